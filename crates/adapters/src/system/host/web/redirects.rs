//! The redirects of a site as rewrites. They look at the request as it was sent, so that what is below a
//! path is sent on to the byte.

use api::{
    DomainName,
    ports::Site,
    records::{Redirect, RedirectKind, WwwRule},
};

use super::text::{Text, Unfit};

/// What a request begins with, up to its path: its method, and where it is asked for.
const HEAD: &str = "^[^ ]+ (?:https?://[^/ ]*)?";
/// Its query, and what ends its target.
const TAIL: &str = "(?:\\?[^ ]*)? ";

/// Writes the redirects of a site, the deepest paths first.
pub(super) fn render(text: &mut Text, site: &Site) -> Result<(), Unfit> {
    let mut redirects: Vec<&Redirect> = site.redirects.iter().collect();
    redirects.sort_by(|one, two| two.path.len().cmp(&one.path.len()).then(one.path.cmp(&two.path)));
    redirects.into_iter().try_for_each(|redirect| rules(text, &site.domain, redirect))
}

/// Writes where visitors of plain HTTP are sent to HTTPS.
pub(super) fn to_https(text: &mut Text, port: u16) -> Result<(), Unfit> {
    let port = if port == 443 { String::new() } else { format!(":{port}") };
    not_for_authorities(text)?;
    text.rewrite("RewriteCond", &["%{THE_REQUEST}", &format!("{HEAD}([^? ]*){TAIL}")])?;
    let target = format!("https://%{{SERVER_NAME}}{port}%1");
    text.rewrite("RewriteRule", &["^", &target, "[R=301,L,NE]"])
}

fn rules(text: &mut Text, domain: &DomainName, redirect: &Redirect) -> Result<(), Unfit> {
    let path = escaped_pattern(redirect.path.trim_end_matches('/'));
    rule(text, domain, redirect, &format!("{HEAD}{path}/?{TAIL}"), &redirect.target)?;
    if redirect.wildcard.0 {
        let below = format!("{HEAD}{path}/([^? ]+){TAIL}");
        let target = format!("{}/", redirect.target.trim_end_matches('/'));
        return rule(text, domain, redirect, &below, &target);
    }
    Ok(())
}

/// Writes one rule. A target that ends with a slash has what was below the path after it.
fn rule(
    text: &mut Text,
    domain: &DomainName,
    redirect: &Redirect,
    pattern: &str,
    target: &str,
) -> Result<(), Unfit> {
    let with_www = format!("^www\\.{}\\.?(?::[0-9]*)?$", escaped_pattern(domain.as_str()));
    not_for_authorities(text)?;
    match redirect.www {
        WwwRule::Either => {}
        WwwRule::Only => text.rewrite("RewriteCond", &["%{HTTP_HOST}", &with_www, "[NC]"])?,
        WwwRule::Without => {
            text.rewrite("RewriteCond", &["%{HTTP_HOST}", &format!("!{with_www}"), "[NC]"])?;
        }
    }
    text.rewrite("RewriteCond", &["%{THE_REQUEST}", pattern])?;
    let rest = if pattern.contains("([^? ]+)") { "%1" } else { "" };
    let flags = match redirect.kind {
        RedirectKind::Permanent => "[R=301,L,NE]",
        RedirectKind::Temporary => "[R=302,L,NE]",
    };
    text.rewrite("RewriteRule", &["^", &format!("{}{rest}", escaped_target(target)), flags])
}

/// What certificate authorities look for is never elsewhere.
fn not_for_authorities(text: &mut Text) -> Result<(), Unfit> {
    text.rewrite("RewriteCond", &["%{REQUEST_URI}", "!^/\\.well-known/"])
}

/// A text as a pattern that matches it alone.
fn escaped_pattern(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        match c {
            '"' => pattern.push_str("\\x22"),
            c if c.is_ascii_alphanumeric() || !c.is_ascii() || c == '/' => pattern.push(c),
            c => pattern.extend(['\\', c]),
        }
    }
    pattern
}

/// A URL as what a rewrite puts in place, with nothing in it that stands for something else.
fn escaped_target(url: &str) -> String {
    let mut target = String::new();
    for byte in url.bytes() {
        match byte {
            b'"' | b'\\' | 0..=b' ' | 0x7f.. => target.extend(encoded(byte)),
            b'%' | b'$' | b'{' | b'}' => target.extend(['\\', char::from(byte)]),
            byte => target.push(char::from(byte)),
        }
    }
    target
}

/// A byte as a URL has it that must not have the byte itself.
fn encoded(byte: u8) -> [char; 4] {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0').to_ascii_uppercase();
    ['\\', '%', digit(byte >> 4), digit(byte & 15)]
}

#[cfg(test)]
mod tests {
    use api::Flag;

    use super::*;

    fn rendered(redirect: Redirect) -> String {
        let site = Site {
            domain: redirect.domain.clone(),
            account: redirect.account.clone(),
            document_root: "public_html".to_owned(),
            suspended: false,
            redirects: vec![redirect],
        };
        let mut text = Text::default();
        render(&mut text, &site).unwrap();
        text.finish()
    }

    fn redirect(path: &str, target: &str) -> Redirect {
        Redirect {
            domain: "a.test".parse().unwrap(),
            path: path.to_owned(),
            account: "shop".parse().unwrap(),
            target: target.to_owned(),
            kind: RedirectKind::Temporary,
            wildcard: Flag(false),
            www: WwwRule::Only,
        }
    }

    #[test]
    fn nothing_in_a_path_or_a_target_stands_for_something_else() {
        let text = rendered(redirect("/a.b(\"${X}", "https://b.test/%1$1${PATH}\"\\ x"));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                r#"RewriteCond "%{REQUEST_URI}" "!^/\.well-known/""#,
                r#"RewriteCond "%{HTTP_HOST}" "^www\.a\.test\.?(?::[0-9]*)?$" "[NC]""#,
                r#"RewriteCond "%{THE_REQUEST}" "^[^ ]+ (?:https?://[^/ ]*)?/a\.b\(\x22\$\{X\}/?(?:\?[^ ]*)? ""#,
                r#"RewriteRule "^" "https://b.test/\%1\$1\$\{PATH\}\%22\%5C\%20x" "[R=302,L,NE]""#,
            ]
        );
    }

    #[test]
    fn what_is_below_a_path_goes_below_the_target() {
        let below = Redirect {
            wildcard: Flag(true),
            www: WwwRule::Either,
            ..redirect("/old/", "https://b.test/new/")
        };
        let text = rendered(below);
        let targets: Vec<&str> = text.lines().filter(|line| line.contains("Rule")).collect();
        assert_eq!(
            targets,
            [
                r#"RewriteRule "^" "https://b.test/new/" "[R=302,L,NE]""#,
                r#"RewriteRule "^" "https://b.test/new/%1" "[R=302,L,NE]""#,
            ]
        );
    }
}
