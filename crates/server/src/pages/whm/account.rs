//! One account: its facts, and what may be done to it.

use api::{Kind, UserName};
use askama::Template;

use super::{
    create,
    settings::{self, Filled, Summary},
};
use crate::pages::{
    Page,
    desk::{Desk, Problem},
    frame::Frame,
    html, links,
};

#[derive(Template)]
#[template(path = "whm/account.html")]
struct AccountPage {
    frame: Frame,
    path: String,
    account: Summary,
    filled: Filled,
    packages: Vec<String>,
    may: May,
}

/// What the visitor may do to the account.
struct May {
    /// The functions that they may call for it.
    functions: Vec<&'static str>,
    /// Whether they may do what only root may.
    root: bool,
}

#[derive(Template)]
#[template(path = "whm/remove.html")]
struct RemovePage {
    frame: Frame,
    path: String,
    account: Summary,
}

#[derive(Template)]
#[template(path = "whm/passwd.html")]
struct PasswdPage {
    frame: Frame,
    path: String,
    user: String,
    password: String,
}

/// Shows it.
pub(crate) fn show(desk: &Desk<'_>, user: &str) -> Page {
    with_name(desk, user, |name| page(desk, name, None))
}

/// Asks whether it shall be removed.
pub(crate) fn ask_removal(desk: &Desk<'_>, user: &str) -> Page {
    with_name(desk, user, |name| removal(desk, name, None))
}

/// Does something to it, and shows it again.
pub(crate) fn act(desk: &Desk<'_>, user: &str, deed: &str) -> Page {
    with_name(desk, user, |name| match deed {
        "remove" => remove(desk, name),
        "password" if desk.given("how") == "generate" => generate(desk, name),
        _ => match carry_out(desk, name, deed) {
            Some(Ok(done)) => desk.go(&format!("{}?done={done}", links::account(name))),
            Some(Err(problem)) => page(desk, name, Some(&problem)),
            None => desk.absent(),
        },
    })
}

fn with_name(desk: &Desk<'_>, user: &str, then: impl FnOnce(&str) -> Page) -> Page {
    match user.parse::<UserName>() {
        Ok(name) => then(name.as_str()),
        Err(_) => desk.absent(),
    }
}

/// The word for what was done; nothing where there is no such deed.
fn carry_out(desk: &Desk<'_>, user: &str, deed: &str) -> Option<Result<&'static str, Problem>> {
    let ask = |function: &str, pairs: &[(&str, &str)], done| {
        let pairs: Vec<_> = pairs.iter().copied().chain([("user", user)]).collect();
        desk.ask(function, &pairs).map(|_| done)
    };
    Some(match deed {
        "settings" => settings::save(desk, user).map(|()| "saved"),
        "package" => ask("changepackage", &[("pkg", desk.given("pkg"))], "package"),
        "bandwidth" => ask("limitbw", &[("bwlimit", desk.given("bwlimit"))], "bandwidth"),
        "suspend" => {
            let lock = if desk.checked("disallowun") { "1" } else { "0" };
            let pairs = [("reason", desk.given("reason")), ("disallowun", lock)];
            let given = if desk.caller.is_rootlike() { &pairs[..] } else { &pairs[..1] };
            ask("suspendacct", given, "suspended")
        }
        "unsuspend" => ask("unsuspendacct", &[], "unsuspended"),
        "password" => ask("passwd", &[("password", desk.exactly("password"))], "passwd"),
        "force-password-change" => {
            let users = serde_json::json!({ user: 1 }).to_string();
            desk.ask("forcepasswordchange", &[("users_json", &users)]).map(|_| "forced")
        }
        _ => return None,
    })
}

/// Gives the account a generated password, and shows it this once.
fn generate(desk: &Desk<'_>, user: &str) -> Page {
    let set = desk.new_password().and_then(|password| {
        desk.ask("passwd", &[("user", user), ("password", &password)]).map(|_| password)
    });
    match set {
        Ok(password) => {
            let frame = desk.frame("The password is changed");
            let path = links::account(user);
            html(200, &PasswdPage { frame, path, user: user.to_owned(), password })
        }
        Err(problem) => page(desk, user, Some(&problem)),
    }
}

fn remove(desk: &Desk<'_>, user: &str) -> Page {
    if desk.given("confirm") != user {
        let reason = format!("Nothing was removed: type “{user}” to confirm.");
        return removal(desk, user, Some(&Problem { kind: Kind::BadParam, reason }));
    }
    let keep = if desk.checked("keepdns") { "1" } else { "0" };
    match desk.ask("removeacct", &[("username", user), ("keepdns", keep)]) {
        Ok(_) => desk.go("/accounts?done=removed"),
        Err(problem) => removal(desk, user, Some(&problem)),
    }
}

fn removal(desk: &Desk<'_>, user: &str, problem: Option<&Problem>) -> Page {
    let account = match Summary::find(desk, user) {
        Ok(account) => account,
        Err(problem) => return desk.fails(&problem),
    };
    let frame = desk.frame_with(&format!("Remove {user}"), problem);
    let page = RemovePage { frame, path: links::account(user), account };
    html(problem.map_or(200, Problem::status), &page)
}

fn page(desk: &Desk<'_>, user: &str, problem: Option<&Problem>) -> Page {
    let account = match Summary::find(desk, user) {
        Ok(account) => account,
        Err(missing) => return desk.fails(problem.unwrap_or(&missing)),
    };
    let frame = desk.frame_with(user, problem);
    let packages =
        if desk.may("changepackage") { create::packages(desk, "all") } else { Vec::new() };
    let may = May::find(desk, user);
    let page = AccountPage {
        frame,
        path: links::account(user),
        filled: Filled::of(desk, &account),
        account,
        packages,
        may,
    };
    html(problem.map_or(200, Problem::status), &page)
}

impl May {
    fn find(desk: &Desk<'_>, user: &str) -> Self {
        const DEEDS: &[&str] =
            &["modifyacct", "changepackage", "limitbw", "passwd", "forcepasswordchange"];
        /// What nobody may do to themselves.
        const TO_OTHERS: &[&str] = &["suspendacct", "unsuspendacct", "removeacct"];
        let others = if desk.caller.user == *user { &[] } else { TO_OTHERS };
        let deeds = DEEDS.iter().chain(others).copied();
        Self {
            functions: deeds.filter(|function| desk.may(function)).collect(),
            root: desk.caller.is_rootlike(),
        }
    }

    /// Whether they may call that function for it.
    fn call(&self, function: &str) -> bool {
        self.functions.contains(&function)
    }
}
