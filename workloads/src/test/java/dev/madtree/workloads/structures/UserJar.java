package dev.madtree.workloads.structures;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles and packs a jar as somebody outside does, who has ours on the class path. */
public final class UserJar {

  private static final String REGISTRATION =
      "META-INF/services/dev.madtree.workloads.replay.StructureProvider";

  private UserJar() {}

  /**
   * Makes a jar.
   *
   * @param folder an empty one, for the jar and its classes
   * @param name the full name of a class
   * @param source its source
   * @param registered the names in the file of providers; no file if there is none
   */
  public static Path of(Path folder, String name, String source, String... registered)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(classes, name, source);
    Path jar = folder.resolve("mine.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> compiled = Files.walk(classes)) {
      if (registered.length > 0) {
        out.putNextEntry(new JarEntry(REGISTRATION));
        out.write(String.join("\n", registered).getBytes(StandardCharsets.UTF_8));
      }
      for (Path each : compiled.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        out.write(Files.readAllBytes(each));
      }
    }
    return jar;
  }

  private static void compile(Path classes, String name, String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavaFileObject text =
          new SimpleJavaFileObject(
              URI.create("string:///" + name.replace('.', '/') + ".java"),
              JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return source;
            }
          };
      List<String> options =
          List.of(
              "-cp", System.getProperty("java.class.path"), "-d", classes.toString(), "-proc:none");
      if (!compiler.getTask(null, files, null, options, null, List.of(text)).call()) {
        throw new IOException("the source of " + name + " does not compile");
      }
    }
  }
}
