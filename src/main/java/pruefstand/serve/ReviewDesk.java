package pruefstand.serve;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import pruefstand.catalogue.Editor;
import pruefstand.catalogue.Outcome;
import pruefstand.site.LivePage;
import pruefstand.site.LivePage.ProblemKind;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/** The form for a review: shows what would come of it, and has it written by the editor that {@code add} uses. */
final class ReviewDesk {

    private final Path catalogue;
    private final Guard guard;
    private final Answers answers;
    private final Runnable written;
    private final Writes writes = new Writes();

    /**
     * A desk.
     *
     * @param catalogue the review file
     * @param written hears when that has changed
     */
    ReviewDesk(Path catalogue, Guard guard, Answers answers, Runnable written) {
        this.catalogue = catalogue;
        this.guard = guard;
        this.answers = answers;
        this.written = written;
    }

    void show(Context request) {
        Optional<Outcome.Written> added = Optional.ofNullable(request.queryParam("added")).flatMap(writes::of);
        answers.page(request, added.<LivePage>map(LivePage.Added::new)
                .orElseGet(() -> TypedReview.empty().form(guard.mayWrite(request), Optional.empty(), List.of())));
    }

    void take(Context request) {
        Languages.ofAddress(request);
        TypedReview typed = TypedReview.of(request);
        switch (Optional.ofNullable(request.formParam("do")).orElse("")) {
            case "more" -> answers.page(request, typed.withOneMore().form(true, Optional.empty(), List.of()));
            case "preview" -> look(request, typed, List.of());
            case "write" -> write(request, typed);
            default -> throw new Rejection(400, ProblemKind.BAD_REQUEST);
        }
    }

    private void look(Context request, TypedReview typed, List<Message> refusals) {
        answers.page(request, typed.form(true, Optional.of(editor().propose(catalogue, typed.draft())), refusals));
    }

    private void write(Context request, TypedReview typed) {
        try {
            switch (writes.write(typed, () -> editor().add(catalogue, typed.draft()))) {
                case Outcome.Written _ -> {
                    written.run();
                    request.redirect("add.html?added=" + typed.id(), HttpStatus.SEE_OTHER);
                }
                case Outcome.Rejected(var _, List<Message> reasons) -> refuse(request, typed, reasons);
            }
        } catch (Refusal e) {
            refuse(request, typed, List.of(e.what()));
        }
    }

    private void refuse(Context request, TypedReview typed, List<Message> reasons) {
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        look(request, typed, reasons);
    }

    private static Editor editor() {
        return new Editor(LocalDate.now(ZoneId.systemDefault()));
    }
}
