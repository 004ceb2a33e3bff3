//! A site: what the server says of it, and how it is written down for the program that finds sites.

use serde::{Deserialize, Serialize};

use crate::Name;

/// A site, named by its domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebSite {
    /// Whose it is.
    pub account: Name,
    /// The folder that it shows, below the account's home.
    pub root: String,
    /// Whether it shows nothing but that its account is suspended.
    pub suspended: bool,
    /// Where its visitors are sent on, the first that is meant.
    pub redirects: Vec<WebRedirect>,
}

/// A redirect of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebRedirect {
    /// The path that it is for, as visitors send it.
    pub path: String,
    /// Whether it is for what is below the path too, which is then put after the target.
    pub below: bool,
    /// Whether it is for visitors who say `www.` before the domain alone, or for the others alone.
    pub www: Option<bool>,
    /// The URL that it leads to.
    pub target: String,
    /// Whether browsers may remember it.
    pub permanent: bool,
}

impl WebSite {
    /// It as the server hands it over. The error is the rule that it breaks.
    pub fn write(&self) -> Result<Vec<u8>, String> {
        self.check()?;
        postcard::to_stdvec(self).map_err(|cause| cause.to_string())
    }

    /// Reads what [`Self::write`] wrote. The error is a rule.
    pub(super) fn read(content: &[u8]) -> Result<Self, String> {
        let site: Self = postcard::from_bytes(content).map_err(|cause| cause.to_string())?;
        site.check().map(|()| site)
    }

    /// It as the program reads it.
    pub(super) fn render(&self) -> String {
        let mut text = format!("account\t{}\nroot\t{}\n", self.account, self.root);
        if self.suspended {
            text.push_str("suspended\tyes\n");
        }
        for redirect in &self.redirects {
            text.push_str(&redirect.render());
        }
        text
    }

    /// Checks that it stays in its lines, its words and the account's home.
    fn check(&self) -> Result<(), String> {
        if self.account.as_str().contains(['.', '@', '+', '*']) {
            return Err("it is no account's".to_owned());
        }
        let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
        if !self.root.split('/').all(plain) {
            return Err("its folder is not plainly below the home".to_owned());
        }
        let words = self.redirects.iter().flat_map(|one| [&one.path, &one.target]);
        if words.chain([&self.root]).any(|word| word.contains(char::is_control)) {
            return Err("it has a control character in it".to_owned());
        }
        Ok(())
    }
}

impl WebRedirect {
    fn render(&self) -> String {
        let status = if self.permanent { 301 } else { 302 };
        let www = match self.www {
            None => "either",
            Some(true) => "only",
            Some(false) => "without",
        };
        let below = if self.below { "below" } else { "exact" };
        let path = self.path.trim_end_matches('/');
        format!("redirect\t{status}\t{www}\t{below}\t{path}\t{}\n", encoded(&self.target))
    }
}

/// A URL with nothing in it that may not stand in a header.
fn encoded(url: &str) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0').to_ascii_uppercase();
    let mut target = String::new();
    for byte in url.bytes() {
        match byte {
            b'"' | b'\\' | 0..=b' ' | 0x7f.. => {
                target.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
            byte => target.push(char::from(byte)),
        }
    }
    target
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> WebSite {
        let redirect = WebRedirect {
            path: "/old/".to_owned(),
            below: true,
            www: Some(false),
            target: "https://b.test/%1${X}\"\\ ä".to_owned(),
            permanent: false,
        };
        WebSite {
            account: "shop".parse().unwrap(),
            root: "public_html/x y".to_owned(),
            suspended: false,
            redirects: vec![redirect],
        }
    }

    #[test]
    fn a_site_is_a_line_for_each_thing_to_know() {
        let read = WebSite::read(&site().write().unwrap()).unwrap();
        assert_eq!(read, site());
        assert_eq!(
            read.render(),
            "account\tshop\nroot\tpublic_html/x y\n\
             redirect\t302\twithout\tbelow\t/old\thttps://b.test/%1${X}%22%5C%20%C3%A4\n"
        );
        let suspended = WebSite { suspended: true, ..site() };
        assert!(suspended.render().contains("\nsuspended\tyes\n"));
    }

    #[test]
    fn nothing_leaves_its_word_its_line_or_the_home() {
        for root in ["", "..", "a/../b", "/etc", "a//b", "a\nroot\tb", "a\tb", "a/."] {
            assert!(WebSite { root: root.to_owned(), ..site() }.write().is_err(), "{root:?}");
        }
        for word in ["a\nb", "a\tb", "a\rb", "a\0"] {
            let mut site = site();
            site.redirects[0].target = word.to_owned();
            assert!(site.write().is_err(), "{word:?}");
            site.redirects[0].target.clear();
            site.redirects[0].path = word.to_owned();
            assert!(site.write().is_err(), "{word:?}");
        }
        let other = WebSite { account: "a.b".parse().unwrap(), ..site() };
        assert!(other.write().is_err());
        let forged = postcard::to_stdvec(&WebSite { root: "../x".to_owned(), ..site() }).unwrap();
        assert!(WebSite::read(&forged).is_err(), "whoever wrote it");
    }
}
