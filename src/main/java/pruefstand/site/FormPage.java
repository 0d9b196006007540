package pruefstand.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Diagnostic;
import pruefstand.catalogue.Entry;
import pruefstand.catalogue.Proposal;
import pruefstand.catalogue.Review;
import pruefstand.catalogue.ReviewedModel;
import pruefstand.text.Message;
import pruefstand.text.Messages;

/**
 * Shows a review that somebody types as the site would show it, beside what the linter says.
 *
 * @param words of the page
 * @param messages what the linter says, in the same language
 * @param quotes shows reviews
 */
record FormPage(Words words, Messages messages, Quotes quotes) {

    FormView view(LivePage.Form form) {
        List<Diagnostic> found = form.proposal().map(Proposal::findings).orElse(List.of());
        Stream<Message> reasons = Stream.concat(form.refusals().stream(), form.proposal().stream().flatMap(each -> each.reasons().stream())).distinct();
        List<FormView.Finding> findings = Stream.concat(reasons.map(this::refusal), found.stream().map(this::finding)).toList();
        Optional<Review> review = form.proposal().flatMap(Proposal::entry).flatMap(FormPage::review);
        return new FormView(form, form.proposal().isPresent(),
                form.refusals().isEmpty() && form.proposal().filter(Proposal::isSound).isPresent(), findings,
                form.sources().stream().map(LivePage.TypedSource::name).filter(name -> !name.isEmpty()).collect(Collectors.joining(" \u00b7 ")),
                review.map(each -> quotes.quote(model(each), each)).stream().toList());
    }

    /** Entries that document the format make no review. */
    private static Optional<Review> review(Entry entry) {
        return Catalogue.of(List.of(entry)).models().stream().findFirst().map(ReviewedModel::reviews).map(List::getFirst);
    }

    private static SiteModel model(Review review) {
        return new SiteModel(review.names().getFirst(), Optional.empty(), List.of(review), List.of());
    }

    private FormView.Finding refusal(Message reason) {
        return new FormView.Finding("error", words.say("severity.error"), "", messages.text(reason));
    }

    private FormView.Finding finding(Diagnostic found) {
        String severity = found.severity().id();
        return new FormView.Finding(severity, words.say("severity." + severity), found.code().id(), messages.text(found.message()));
    }
}
