package baton.relay.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/// One Lua script of the resources folder `redis`, called by its hash. Immutable; a Redis that does
/// not know it yet is given it.
final class RedisScript {
    private final String source;
    private final String sha;

    /// One call of a script.
    record Call(List<String> keys, List<String> arguments) {}

    private RedisScript(String source) {
        this.source = source;
        this.sha = HexFormat.of().formatHex(sha1(source));
    }

    /// @param parts names of resources, without `.lua`: one script, cut into files where it got
    ///   long
    static RedisScript named(String... parts) {
        return new RedisScript(
                Stream.of(parts).map(RedisScript::read).collect(Collectors.joining("\n")));
    }

    private static String read(String name) {
        try (InputStream in = RedisScript.class.getResourceAsStream("/redis/" + name + ".lua")) {
            if (in == null) {
                throw new IllegalArgumentException("no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    void load(Jedis jedis) {
        jedis.scriptLoad(source);
    }

    Object run(Jedis jedis, Call call) {
        try {
            return jedis.evalsha(sha, call.keys(), call.arguments());
        } catch (JedisNoScriptException e) {
            load(jedis);
            return jedis.evalsha(sha, call.keys(), call.arguments());
        }
    }

    /// Sends the call with the pipeline's next flush; the script must have been loaded.
    Response<Object> queue(Pipeline pipeline, Call call) {
        return pipeline.evalsha(sha, call.keys(), call.arguments());
    }

    /// Many calls in one round trip; answers in order.
    List<Object> runAll(Jedis jedis, List<Call> calls) {
        List<Response<Object>> responses = new ArrayList<>();
        try (Pipeline pipeline = jedis.pipelined()) {
            calls.forEach(call -> responses.add(queue(pipeline, call)));
            pipeline.sync();
        }
        List<Object> answers = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            answers.add(answer(jedis, calls.get(i), responses.get(i)));
        }
        return answers;
    }

    private Object answer(Jedis jedis, Call call, Response<Object> response) {
        try {
            return response.get();
        } catch (JedisNoScriptException e) {
            return run(jedis, call);
        }
    }
}
