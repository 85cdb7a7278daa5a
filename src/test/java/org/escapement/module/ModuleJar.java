package org.escapement.module;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Makes archives of modules: compiles a class and packs it. */
public final class ModuleJar {

  private static final String SOURCE =
      """
      package elsewhere;

      public class %s implements org.escapement.module.Module {
        private String greeting = "";
        %s

        @Override public String name() { return "%s"; }

        @Override public java.util.List<org.escapement.module.Parameter> parameters() {
          return java.util.List.of(
              new org.escapement.module.Parameter.Text(
                  "greeting", "what it says", "hello", value -> greeting = value));
        }

        @Override public int modInit(org.escapement.module.ModuleContext context) {
          java.util.logging.Logger.getLogger("org.escapement.%s").warning(name() + " says " + greeting);
          return 0;
        }
      }
      """;

  private final String module;
  private final String type;
  private String more = "";
  private boolean service = true;

  /** Of a module of this name. */
  public ModuleJar(String module) {
    this.module = module;
    this.type = "Module_" + module;
  }

  /** Further members of its class. */
  ModuleJar with(String members) {
    more = members;
    return this;
  }

  /** Leaves out the line that tells of the module. */
  ModuleJar withoutService() {
    service = false;
    return this;
  }

  /** Writes the archive. */
  public Path write(Path archive) throws IOException {
    Path classes = Files.createTempDirectory(archive.getParent(), "classes");
    compile(SOURCE.formatted(type, more, module, module), classes);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(archive))) {
      jar.putNextEntry(new JarEntry("elsewhere/" + type + ".class"));
      Files.copy(classes.resolve("elsewhere/" + type + ".class"), jar);
      if (service) {
        jar.putNextEntry(new JarEntry("META-INF/services/" + Module.class.getName()));
        jar.write(("elsewhere." + type + "\n").getBytes(UTF_8));
      }
    }
    return archive;
  }

  private void compile(String source, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///elsewhere/" + type + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            Path.of("target/classes").toAbsolutePath().toString());
    if (!compiler.getTask(null, null, null, options, null, List.of(file)).call()) {
      throw new IllegalStateException("not compiled: " + source);
    }
  }
}
