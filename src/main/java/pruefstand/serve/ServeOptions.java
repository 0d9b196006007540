package pruefstand.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pruefstand.site.SiteOptions;

/**
 * What is to be served, and where.
 *
 * @param host name or address to listen to
 * @param port 0: any that is free
 * @param catalogue the review file
 * @param results folders of results; runs tell in the first how far they have come
 * @param site how the pages are made
 * @param pages makes them
 * @param models what the search uses, to be started when it is needed
 * @param cache folder for pages and indexes
 * @param mistakes hears of mistakes in the program
 */
public record ServeOptions(String host, int port, Path catalogue, List<Path> results, SiteOptions site, PageSource pages,
        Supplier<SearchModels> models, Path cache, Consumer<Throwable> mistakes) {

    public ServeOptions {
        results = List.copyOf(results);
    }
}
