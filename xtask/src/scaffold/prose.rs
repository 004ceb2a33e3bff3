//! Sentences for the documentation of fields, from the contract's notes or from names.

use super::names;

/// The widest line of a file.
const WIDTH: usize = 100;

/// Words that names abbreviate.
const WORDS: &[(&str, &str)] = &[
    ("acct", "account"),
    ("accts", "accounts"),
    ("acl", "ACL"),
    ("api", "API"),
    ("app", "application"),
    ("aws", "AWS"),
    ("cfg", "configuration"),
    ("config", "configuration"),
    ("cpanel", "cPanel"),
    ("cpuser", "cPanel user"),
    ("cpu", "CPU"),
    ("crt", "certificate"),
    ("db", "database"),
    ("desc", "description"),
    ("dir", "directory"),
    ("dkim", "DKIM"),
    ("dns", "DNS"),
    ("docroot", "document root"),
    ("env", "environment"),
    ("eula", "EULA"),
    ("fpm", "FPM"),
    ("fqdn", "FQDN"),
    ("ftp", "FTP"),
    ("guid", "GUID"),
    ("html", "HTML"),
    ("http", "HTTP"),
    ("id", "ID"),
    ("ids", "IDs"),
    ("info", "information"),
    ("ip", "IP address"),
    ("ips", "IP addresses"),
    ("ipv4", "IPv4"),
    ("ipv6", "IPv6"),
    ("lts", "LTS"),
    ("msg", "message"),
    ("mx", "MX"),
    ("mysql", "MySQL"),
    ("num", "number"),
    ("pass", "password"),
    ("os", "operating system"),
    ("pem", "PEM text"),
    ("php", "PHP"),
    ("pid", "process ID"),
    ("pkg", "package"),
    ("pkgs", "packages"),
    ("ptr", "PTR"),
    ("rpm", "RPM"),
    ("sni", "SNI"),
    ("spf", "SPF"),
    ("ssh", "SSH"),
    ("ssl", "SSL"),
    ("ttl", "TTL"),
    ("txt", "TXT"),
    ("uid", "user ID"),
    ("uri", "URI"),
    ("url", "URL"),
    ("urls", "URLs"),
    ("vhost", "virtual host"),
    ("vhosts", "virtual hosts"),
    ("whm", "WHM"),
];

/// Names that need no code marks though they have capitals inside.
const PLAIN: &[&str] = &[
    "cPanel",
    "cPHulk",
    "MySQL",
    "MariaDB",
    "PostgreSQL",
    "PowerDNS",
    "IPv4",
    "IPv6",
    "OpenSSH",
    "WebDAV",
    "AutoSSL",
    "ModSecurity",
    "OAuth2",
    "URLs",
    "IDs",
    "DNSSEC",
    "OpenSSL",
];

/// What a parameter is: its note where that says enough, else its name.
pub(crate) fn of_param(name: &str, kind: &str, note: &str) -> String {
    let note = note.trim();
    if note.is_empty() || note == "guess" {
        return from_name(name, kind);
    }
    match (kind, note.split_whitespace().count()) {
        ("flag", _) if note.starts_with(['0', '1']) => sentence(note),
        ("flag", _) => sentence(&format!("{}: {note}", spoken(name))),
        (_, 1..=3) => sentence(&format!("the {}: {note}", spoken(name))),
        _ => sentence(note),
    }
}

/// What a field is, by its name alone.
pub(crate) fn from_name(name: &str, kind: &str) -> String {
    let spoken = spoken(name);
    sentence(&match kind {
        "flag" | "bool" => match spoken.split_once(' ') {
            Some(("is", rest)) => format!("whether it is {rest}"),
            Some(("has", rest)) => format!("whether it has {rest}"),
            _ => format!("the {spoken} flag: 0 or 1"),
        },
        "unixtime" => format!("{spoken}, as a Unix time"),
        _ => format!("the {spoken}"),
    })
}

/// Doc comment lines of a text.
pub(crate) fn comment(text: &str, indent: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let room = WIDTH - indent - "/// ".len();
        let full = lines.last().is_some_and(|line| {
            !line.is_empty() && line.chars().count() + 1 + word.chars().count() > room
        });
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    let indent = " ".repeat(indent);
    lines.iter().fold(String::new(), |text, line| text + &indent + "/// " + line + "\n")
}

/// A sentence: code marks around what is no prose, a capital first, a full stop last.
pub(crate) fn sentence(text: &str) -> String {
    let marked: Vec<String> = text.split_whitespace().map(marked).collect();
    let text = marked.join(" ");
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let kept = PLAIN.iter().any(|name| text.starts_with(name));
    let text = if kept { text } else { first + letters.as_str() };
    if text.ends_with(['.', '…']) { text } else { format!("{text}.") }
}

/// A name as words.
pub(crate) fn spoken(name: &str) -> String {
    let words = names::words(name);
    let spoken = words.iter().map(|word| {
        let lower = word.to_ascii_lowercase();
        let known = WORDS.iter().find(|(short, _)| *short == lower);
        known.map_or(lower.clone(), |(_, long)| (*long).to_owned())
    });
    spoken.collect::<Vec<_>>().join(" ")
}

fn marked(word: &str) -> String {
    let open: String = word.chars().take_while(|c| matches!(c, '(' | '"')).collect();
    let rest = word.strip_prefix(open.as_str()).unwrap_or(word);
    let core = rest.trim_end_matches(['.', ',', ';', ':', ')', '"']);
    let close = rest.strip_prefix(core).unwrap_or_default();
    let value = core.len() == 1 && rest.ends_with(':') && core.starts_with(['n', 'y']);
    if value || is_code(core) { format!("{open}`{core}`{close}") } else { word.to_owned() }
}

fn is_code(core: &str) -> bool {
    if core.contains('`') || PLAIN.contains(&core) {
        return false;
    }
    core.contains(['_', '*', '<', '>', '[', ']', '{', '}', '|', '\\', '=', '/', '@', '#', '$'])
        || core.contains("::")
        || core.split('-').any(has_capital_inside)
}

/// Whether a word is written like `camelCase` or `S3Compatible`, and is no plural like `URLs`.
fn has_capital_inside(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    word.chars().skip(1).any(|letter| letter.is_ascii_uppercase())
        && word.chars().any(|letter| letter.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_become_sentences() {
        assert_eq!(of_param("force", "flag", "1: forced"), "1: forced.");
        assert_eq!(of_param("key", "string", "PEM"), "The key: PEM.");
        assert_eq!(of_param("job_id", "string", ""), "The job ID.");
        assert_eq!(
            of_param("home", "path", "absolute; default /home/<user>, not for a_b"),
            "Absolute; default `/home/<user>`, not for `a_b`."
        );
    }

    #[test]
    fn comments_are_broken_at_the_margin() {
        let text = comment(&"word ".repeat(40), 4);
        assert!(text.lines().count() > 1);
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
    }
}
