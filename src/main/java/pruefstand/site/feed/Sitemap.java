package pruefstand.site.feed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The addresses of all pages, for search engines; as sitemaps.org describes it. */
public final class Sitemap {

    /** So many may stand in one file. */
    public static final int MOST = 50_000;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private Sitemap() {
    }

    /** How many files it takes, the list of files not counted. */
    public static int files(int pages) {
        return Math.max(1, (pages + MOST - 1) / MOST);
    }

    /** One of the files, from 0. */
    public static String pages(List<String> addresses, int file) {
        return HEAD + "<urlset" + NAMESPACE + addresses.subList(file * MOST, Math.min(addresses.size(), (file + 1) * MOST)).stream()
                .map(address -> "  <url><loc>" + escaped(address) + "</loc></url>\n").collect(Collectors.joining()) + "</urlset>\n";
    }

    /** The list of files, by their addresses. */
    public static String list(List<String> addresses) {
        return HEAD + "<sitemapindex" + NAMESPACE + IntStream.range(0, addresses.size())
                .mapToObj(i -> "  <sitemap><loc>" + escaped(addresses.get(i)) + "</loc></sitemap>\n").collect(Collectors.joining()) + "</sitemapindex>\n";
    }

    private static String escaped(String address) {
        return XmlText.allowed(address).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&apos;");
    }
}
