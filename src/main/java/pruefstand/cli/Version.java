package pruefstand.cli;

import picocli.CommandLine.IVersionProvider;
import pruefstand.record.Harness;
import pruefstand.run.HarnessBuild;

/** {@code --version}: which build this is. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        Harness build = HarnessBuild.current();
        return new String[] {"pruefstand " + build.version() + " (" + build.commit() + (build.dirty() ? ", changed)" : ")")};
    }
}
