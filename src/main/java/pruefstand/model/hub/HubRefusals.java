package pruefstand.model.hub;

import java.net.http.HttpResponse;
import pruefstand.model.Source;
import pruefstand.text.Refusal;

/**
 * What a hub's answers mean that are no file. The codes of {@code X-Error-Code} are those that huggingface_hub tells apart
 * ({@code hf_raise_for_status}); a hub answers 401 also for repositories that do not exist.
 */
final class HubRefusals {

    private HubRefusals() {
    }

    static void check(HttpResponse<?> answer, Source.HubFile file, String revision, boolean hasToken) {
        String code = answer.headers().firstValue("X-Error-Code").orElse("");
        switch (answer.statusCode()) {
            case 200, 206, 416 -> {
                return;
            }
            case 401, 403 -> throw denied(code, file, hasToken);
            case 404 -> throw absent(code, file, revision);
            case 429 -> throw Refusal.missing("model.hub.busy", host(answer), answer.headers().firstValue("Retry-After").orElse("?"));
            default -> throw Refusal.missing("model.hub.trouble", host(answer), answer.statusCode(), file.file());
        }
    }

    private static Refusal denied(String code, Source.HubFile file, boolean hasToken) {
        if (code.equals("GatedRepo")) {
            return Refusal.missing("model.hub.gated", file.repository());
        }
        return hasToken ? Refusal.missing("model.hub.denied", file.repository())
                : Refusal.missing("model.hub.denied-without-token", file.repository());
    }

    private static Refusal absent(String code, Source.HubFile file, String revision) {
        return switch (code) {
            case "RevisionNotFound" -> Refusal.missing("model.hub.no-revision", file.repository(), revision);
            case "EntryNotFound" -> Refusal.missing("model.hub.no-file", file.repository(), revision, file.file());
            case "RepoNotFound" -> Refusal.missing("model.hub.no-repository", file.repository());
            default -> Refusal.missing("model.hub.not-found", file.repository(), revision, file.file());
        };
    }

    private static String host(HttpResponse<?> answer) {
        return answer.uri().getHost();
    }
}
