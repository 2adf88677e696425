package io.parley.local.issuer;

import java.util.List;
import java.util.Optional;

/** Somebody who can sign in locally; the password is the user name. */
public record Person(String subject, String name, List<String> roles) {

    public static final List<Person> ALL = List.of(
            new Person("alice", "Alice Arden", List.of("agent")),
            new Person("bob", "Bob Brandt", List.of("agent")),
            new Person("carol", "Carol Conte", List.of("agent")),
            new Person("dave", "Dave Dunn", List.of("agent")),
            new Person("sam", "Sam Stone", List.of("supervisor")),
            new Person("sue", "Sue Sand", List.of("supervisor")),
            new Person("ada", "Ada Adler", List.of("admin")));

    public String email() {
        return subject + "@parley.example";
    }

    static Optional<Person> bySubject(String subject) {
        return ALL.stream().filter(person -> person.subject().equals(subject)).findFirst();
    }

    static Optional<Person> signIn(String user, String password) {
        return bySubject(user).filter(person -> Secrets.same(person.subject(), password));
    }
}
