package pruefstand.site.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An Atom feed (RFC 4287).
 *
 * @param address of the feed itself, which is also its id
 * @param page of which it tells the news
 * @param title of the feed
 * @param language of the feed, BCP 47
 * @param entries newest first
 */
public record Feed(String address, String page, String title, String language, List<Entry> entries) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    public Feed {
        entries = List.copyOf(entries);
    }

    /**
     * A piece of news.
     *
     * @param id an address that stays
     * @param link where it stands
     * @param title in one line
     * @param updated when
     * @param author who wrote it; empty: the site
     * @param sources addresses that it was taken from
     * @param text as it may be shown; empty text where there is none
     */
    public record Entry(String id, String link, String title, Instant updated, Optional<String> author, List<String> sources, String text) {

        public Entry {
            sources = List.copyOf(sources);
        }

        /** News of the site's own. */
        public Entry(String id, String link, String title, Instant updated, String text) {
            this(id, link, title, updated, Optional.empty(), List.of(), text);
        }
    }

    /** The file. */
    public String xml() {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language);
            element(xml, "id", address);
            element(xml, "title", title);
            element(xml, "updated", entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH).toString());
            link(xml, "self", address);
            link(xml, "alternate", page);
            person(xml, title);
            for (Entry entry : entries) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a writer into memory cannot fail", e);
        }
        return out + "\n";
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", entry.id());
        element(xml, "title", entry.title());
        element(xml, "updated", entry.updated().toString());
        link(xml, "alternate", entry.link());
        for (String source : entry.sources()) {
            link(xml, "via", source);
        }
        if (entry.author().isPresent()) {
            person(xml, entry.author().get());
        }
        if (!entry.text().isEmpty()) {
            element(xml, "content", entry.text());
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.allowed(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", XmlText.allowed(address));
    }

    private static void person(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement("author");
        element(xml, "name", name);
        xml.writeEndElement();
    }
}
