import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Adds to a CycloneDX list of libraries what is bundled beside them and is no library: the Java runtime, and
/// each Redis inside `embedded-redis`. Jackson must be on the class path.
///
/// `java -cp JACKSON Bundled.java LIST JDK EMBEDDED_REDIS`
void main(String[] arguments) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path list = Path.of(arguments[0]);
    ObjectNode bom = (ObjectNode) json.readTree(list.toFile());
    ArrayNode components = bom.withArrayProperty("components");
    addRuntime(components, Path.of(arguments[1]));
    try (JarFile jar = new JarFile(arguments[2])) {
        for (JarEntry entry : jar.stream().filter(each -> REDIS.matcher(each.getName()).matches()).toList()) {
            addRedis(components, entry.getName(), jar.getInputStream(entry).readAllBytes());
        }
    }
    json.writerWithDefaultPrettyPrinter().writeValue(list.toFile(), bom);
}

final Pattern REDIS = Pattern.compile("redis-server-(?<version>(?<line>\\d+\\.\\d+)\\.\\d[\\d.]*).*?-(?<os>[a-z]+)-(?<arch>\\w+?)(\\.exe)?");

void addRuntime(ArrayNode components, Path jdk) throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(jdk.resolve("release"))) {
        release.load(reader);
    }
    String version = release.getProperty("JAVA_RUNTIME_VERSION").replace("\"", "");
    String maker = release.getProperty("IMPLEMENTOR", "unknown").replace("\"", "");
    ObjectNode runtime = component(components, "platform", "openjdk", version);
    runtime.put("publisher", maker);
    runtime.put("description", "Java runtime, with the modules that Baton needs");
    runtime.withArrayProperty("licenses").addObject().put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
}

void addRedis(ArrayNode components, String file, byte[] program) {
    Matcher name = REDIS.matcher(file);
    name.matches();
    ObjectNode redis = component(components, "application", "redis", version(name, program));
    String reference = redis.get("purl").asText() + "?arch=" + name.group("arch") + "&os=" + name.group("os");
    redis.put("purl", reference).put("bom-ref", reference);
    redis.put("description", "Redis server, the file " + file + " in embedded-redis");
    redis.withArrayProperty("licenses").addObject().putObject("license").put("id", "BSD-3-Clause");
    redis.withArrayProperty("hashes").addObject().put("alg", "SHA-256").put("content", sha256(program));
}

/// What the program itself says, since some are of a later version than their name; else the name's.
String version(Matcher name, byte[] program) {
    Matcher own = Pattern.compile("\0(" + Pattern.quote(name.group("line")) + "\\.\\d+)\0")
            .matcher(new String(program, StandardCharsets.ISO_8859_1));
    return own.find() ? own.group(1) : name.group("version");
}

ObjectNode component(ArrayNode components, String type, String name, String version) {
    String purl = "pkg:generic/" + name + "@" + version.replace("+", "%2B");
    return components.addObject().put("type", type).put("bom-ref", purl).put("name", name).put("version", version).put("purl", purl);
}

String sha256(byte[] bytes) {
    try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has it", e);
    }
}
