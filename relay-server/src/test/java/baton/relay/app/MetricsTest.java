package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.ConversationId;
import baton.protocol.AccountApi;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetricsTest {
    @TempDir private Path folder;

    @Test
    void numbersAreToldToThisMachineAndNothingElse() throws Exception {
        try (Relay relay = Relay.start(RelayConfig.inFolder(folder, 0))) {
            Client client = new Client(relay.uri());
            AccountApi.SignedIn ana = client.signUp("ana-of-the-metrics");
            WireDevice device = WireDevice.synced(relay, 2, ana.token());
            for (int i = 0; i < 3; i++) {
                device.say(new ClientFrame.Fetch(new ConversationId("d:cleo:dora"), 1, 2));
                device.until(ServerFrame.Fault.class);
            }
            HttpResponse<String> answer = client.ask("GET", "/v1/metrics", "");
            assertEquals(200, answer.statusCode());
            assertTrue(
                    answer.headers()
                            .firstValue("content-type")
                            .orElse("")
                            .startsWith("text/plain"));
            String all = answer.body();
            for (String line :
                    new String[] {
                        "baton_sessions 1.0",
                        "baton_sessions_behind 0.0",
                        "baton_refusals_total{code=\"not-a-member\"} 3.0",
                        "baton_offers_taken_total 0.0",
                        "baton_pushes_dropped_total 0.0",
                        "baton_audit_differing_total 0.0",
                        "jvm_memory_used_bytes"
                    }) {
                assertTrue(all.contains(line), () -> line + " is not in " + all);
            }
            assertFalse(all.contains("ana-of-the-metrics"));
            assertFalse(all.contains(ana.device().value()));
        }
    }
}
