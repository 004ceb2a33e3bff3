//! What stands around the content of every page: names, navigation, the message of what was done.

use api::records::Service;
use askama::Template;

use super::desk::{Desk, Problem};

/// The frame of a page.
pub(crate) struct Frame {
    /// The page's title.
    pub(crate) title: String,
    /// What every path begins with.
    pub(crate) prefix: String,
    /// The part of the server that one is logged in to.
    pub(crate) area: &'static str,
    /// Who is logged in.
    pub(crate) user: String,
    /// The pages there are; none for who must change the password first.
    pub(crate) links: Vec<Link>,
    /// What happened.
    pub(crate) note: Option<Note>,
}

/// A link of the navigation.
pub(crate) struct Link {
    /// Where it leads, after the prefix.
    pub(crate) path: &'static str,
    /// What it says.
    pub(crate) label: &'static str,
    /// Whether it leads to where one is.
    pub(crate) here: bool,
}

/// A message above the content.
pub(crate) struct Note {
    /// Whether it tells of a failure.
    pub(crate) bad: bool,
    /// What it says.
    pub(crate) text: String,
}

/// A page that says one thing within the frame.
#[derive(Template)]
#[template(path = "says.html")]
pub(crate) struct SaysPage<'a> {
    /// The frame.
    pub(crate) frame: Frame,
    /// What it says.
    pub(crate) message: &'a str,
}

/// What a service is called on pages.
pub(crate) fn area(service: Service) -> &'static str {
    match service {
        Service::Whm => "Server administration",
        Service::Cpanel => "Your account",
        Service::Webmail => "Your mailbox",
    }
}

impl Desk<'_> {
    /// The frame of a page of that title. A path ends in `?done=WORD` after a deed; the word stands
    /// for a sentence of ours, so that no link can put words into the server's mouth.
    pub(crate) fn frame(&self, title: &str) -> Frame {
        let text = self.form.last("done").and_then(done);
        Frame {
            title: title.to_owned(),
            prefix: self.prefix.to_owned(),
            area: area(self.service),
            user: self.caller.user.to_string(),
            links: self.links(),
            note: text
                .filter(|_| !self.post)
                .map(|text| Note { bad: false, text: text.to_owned() }),
        }
    }

    /// The frame of a page that is shown again because of a problem.
    pub(crate) fn frame_with(&self, title: &str, problem: Option<&Problem>) -> Frame {
        let mut frame = self.frame(title);
        if let Some(problem) = problem {
            frame.note = Some(Note { bad: true, text: problem.reason.clone() });
        }
        frame
    }

    fn links(&self) -> Vec<Link> {
        let first = self.segments().first().copied().unwrap_or_default();
        let link = |path: &'static str, label| {
            let name = path.trim_start_matches('/');
            Link { path, label, here: name == first && self.path != "/accounts/new" }
        };
        if self.caller.must_change {
            return Vec::new();
        }
        let mut links = vec![link("/", "Home")];
        if self.service == Service::Whm {
            let pages = [
                ("/accounts", "Accounts", "listaccts"),
                ("/accounts/new", "Create an account", "createacct"),
                ("/force-password-change", "Force password change", "forcepasswordchange"),
                ("/tokens", "API tokens", "api_token_list"),
            ];
            let pages = pages.into_iter().filter(|(_, _, function)| self.may(function));
            links.extend(pages.map(|(path, label, _)| Link {
                here: path == self.path || link(path, label).here,
                ..link(path, label)
            }));
            links.push(link("/api-shell", "API shell"));
        }
        links.push(link("/password", "Change password"));
        links
    }
}

fn done(word: &str) -> Option<&'static str> {
    Some(match word {
        "bandwidth" => "The bandwidth limit is changed.",
        "forced" => "The users must change their passwords at their next login.",
        "package" => "The package is changed.",
        "passwd" => "The account's password is changed.",
        "password" => "Your password is changed. Your other sessions are ended.",
        "removed" => "The account is removed.",
        "saved" => "The account's settings are saved.",
        "suspended" => "The account is suspended.",
        "token-revoked" => "The token is revoked.",
        "token-saved" => "The token is saved.",
        "unsuspended" => "The account is active again.",
        _ => return None,
    })
}
