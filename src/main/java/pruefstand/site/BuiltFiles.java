package pruefstand.site;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import pruefstand.record.RunRecord;

/** The files of a site that is built: every page asks for the addresses of many records, so these are made once. */
final class BuiltFiles implements SiteFiles {

    private final Set<String> names;
    private final Map<RunRecord, String> records;

    /**
     * The files.
     *
     * @param names all of them, from the root
     * @param records where each record lies, by identity
     */
    BuiltFiles(Collection<String> names, Map<RunRecord, String> records) {
        this.names = new HashSet<>(names);
        this.records = records;
    }

    @Override
    public boolean has(String address) {
        return names.contains(address);
    }

    @Override
    public String record(RunRecord run) {
        String address = records.get(run);
        return address == null ? Addresses.record(run) : address;
    }
}
