//! What a site's file may say. The server renders it, but it is root's Apache that reads it: a file that
//! says anything else than a site needs is refused, whoever wrote it.

use std::path::Path;

use super::{
    Places,
    reader::{self, Node},
};
use crate::{Layout, Name, Service};

/// Checks a site's file. The error says what it may not say.
pub(crate) fn check(layout: &Layout, content: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(content).map_err(|_| "it is no text".to_owned())?;
    let nodes = reader::read(text)?;
    let rules = Rules { layout, places: Places::new(layout) };
    if nodes.is_empty() {
        return Err("it says nothing".to_owned());
    }
    for node in &nodes {
        let inner = node.inner.as_ref().filter(|_| rules.is_site(node));
        let inner = inner.ok_or_else(|| format!("{} stands outside of a site", node.name))?;
        inner.iter().try_for_each(|node| rules.check(node))?;
    }
    Ok(())
}

/// Flags of a rewrite that end in an answer: a status of its own, or the visitor sent on.
const ANSWERS: [&str; 3] = ["R=301", "R=302", "F"];
/// Flags that change nothing of where it leads.
const HARMLESS: [&str; 2] = ["L", "NE"];

struct Rules<'a> {
    layout: &'a Layout,
    places: Places,
}

impl Rules<'_> {
    fn is_site(&self, node: &Node) -> bool {
        let plain = format!("*:{}", self.layout.ports.web);
        node.name == "VirtualHost"
            && node.words.iter().all(|word| *word == plain || word == "${SITES_TLS}")
            && node.words.len() == 1
    }

    /// Checks what is in a site.
    fn check(&self, node: &Node) -> Result<(), String> {
        let Node { name, words, inner } = node;
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let allowed = match inner {
            Some(_) => self.section(name, &words),
            None => self.directive(name, &words),
        };
        if !allowed {
            return Err(format!("a site may not say “{name} {}”", words.join(" ")));
        }
        inner.iter().flatten().try_for_each(|node| self.check(node))
    }

    fn section(&self, name: &str, words: &[&str]) -> bool {
        match (name, words) {
            ("FilesMatch", [_]) | ("If", ["-f %{REQUEST_FILENAME}"]) => true,
            ("IfFile", [path]) => self.is_of_tls(path.strip_prefix('!').unwrap_or(path)),
            _ => false,
        }
    }

    fn directive(&self, name: &str, words: &[&str]) -> bool {
        match (name, words) {
            ("ServerName", [host]) => is_host(host),
            ("ServerAlias", hosts) => hosts.iter().all(|host| is_host(host)),
            ("DocumentRoot", [path]) => self.is_root(path),
            ("ErrorDocument", ["403", text]) => text.starts_with("<!doctype html>"),
            ("SSLEngine" | "RewriteEngine", ["on"]) => true,
            ("SSLCertificateFile" | "SSLCertificateKeyFile", [path]) => self.is_of_tls(path),
            ("SetHandler", [handler]) => self.is_pool(handler),
            ("RewriteCond", [tested, _] | [tested, _, "[NC]"]) => {
                ["%{THE_REQUEST}", "%{REQUEST_URI}", "%{HTTP_HOST}"].contains(tested)
            }
            ("RewriteRule", ["^", _, flags]) => answers(flags),
            _ => false,
        }
    }

    /// Whether a path is a folder below some home, or the empty one.
    fn is_root(&self, path: &str) -> bool {
        Path::new(path) == self.places.config.join("none")
            || below(&self.layout.homes, path).is_some_and(|rest| rest.contains('/'))
    }

    fn is_of_tls(&self, path: &str) -> bool {
        let of_site = below(&self.places.config.join("tls"), path);
        let own = ["own.pem", "own.key"].map(|name| self.places.config.join(name));
        of_site.is_some_and(|name| name.parse::<Name>().is_ok())
            || own.iter().any(|own| own == Path::new(path))
    }

    fn is_pool(&self, handler: &str) -> bool {
        let sockets = self.layout.run.join(Service::PhpFpm.name());
        let parts = handler.strip_prefix("proxy:unix:").and_then(|rest| rest.split_once('|'));
        let Some((socket, backend)) = parts else { return false };
        let name = below(&sockets, socket).and_then(|name| name.strip_suffix(".sock"));
        name.is_some_and(|name| {
            name.parse::<Name>().is_ok() && backend.strip_prefix("fcgi://") == Some(name)
        })
    }
}

/// What is left of a path below a folder, where it is plainly below it.
fn below<'a>(folder: &Path, path: &'a str) -> Option<&'a str> {
    let rest = path.strip_prefix(folder.to_str()?)?.strip_prefix('/')?;
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    rest.split('/').all(plain).then_some(rest)
}

fn is_host(text: &str) -> bool {
    text.parse::<Name>().is_ok_and(|name| !name.as_str().contains(['@', '+']))
}

fn answers(flags: &str) -> bool {
    let flags = flags.strip_prefix('[').and_then(|flags| flags.strip_suffix(']'));
    let Some(flags) = flags.map(|flags| flags.split(',').collect::<Vec<_>>()) else {
        return false;
    };
    flags.iter().any(|flag| ANSWERS.contains(flag))
        && flags.iter().all(|flag| ANSWERS.contains(flag) || HARMLESS.contains(flag))
}
