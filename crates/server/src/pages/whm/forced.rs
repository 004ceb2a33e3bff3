//! Force Password Change: whose next login must choose a new password. A box stays checked until
//! the user has done so.

use api::{Kind, function::Scope};
use askama::Template;
use functions::domain::forced::{self, ForcedAccount};

use crate::pages::{
    Page,
    desk::{Desk, Problem},
    frame::Frame,
    html, links, read,
};

/// How many accounts a page has.
const PAGE: u64 = 500;

#[derive(Template)]
#[template(path = "whm/forced.html")]
struct ForcedPage {
    frame: Frame,
    rows: Vec<ForcedAccount>,
    /// Whether all boxes are checked.
    all: bool,
    page: u64,
    first: u64,
    last: u64,
    accounts: u64,
    pending: u64,
}

/// Shows it.
pub(crate) fn show(desk: &Desk<'_>) -> Page {
    page(desk, None)
}

/// Flags the users whose boxes are checked.
pub(crate) fn force(desk: &Desk<'_>) -> Page {
    let users = desk.form.texts(&["user"]);
    if users.is_empty() {
        let reason = "No account was chosen. Check at least one box.".to_owned();
        return page(desk, Some(&Problem { kind: Kind::BadParam, reason }));
    }
    let users: serde_json::Map<_, _> =
        users.into_iter().map(|user| (user.to_owned(), 1.into())).collect();
    let users = serde_json::Value::Object(users).to_string();
    match desk.ask("forcepasswordchange", &[("users_json", &users)]) {
        Ok(told) => match told.warnings() {
            None => desk.go(&format!("/force-password-change?{}", query(desk))),
            Some(mut left_out) => {
                if !read::list(&told.data, "updated").is_empty() {
                    left_out.reason.push_str(" The others must change their passwords.");
                }
                page(desk, Some(&left_out))
            }
        },
        Err(problem) => page(desk, Some(&problem)),
    }
}

fn query(desk: &Desk<'_>) -> String {
    links::query([("done", "forced"), ("page", desk.given("page"))])
}

fn page(desk: &Desk<'_>, problem: Option<&Problem>) -> Page {
    if !desk.may("forcepasswordchange") {
        let reason = "You may not force changes of passwords.".to_owned();
        return desk.fails(&Problem { kind: Kind::Denied, reason });
    }
    let page = desk.given("page").parse().unwrap_or(1).clamp(1, u64::from(u32::MAX));
    let skip = (page - 1) * PAGE;
    let list = match forced::list(desk.host, &Scope::of(desk.caller), skip, PAGE) {
        Ok(list) => list,
        Err(error) => return desk.fails(&error.into()),
    };
    let shown = u64::try_from(list.rows.len()).unwrap_or_default();
    let page = ForcedPage {
        frame: desk.frame_with("Force Password Change", problem),
        all: desk.checked("all"),
        page,
        first: skip + 1,
        last: skip + shown,
        accounts: list.accounts,
        pending: list.pending,
        rows: list.rows,
    };
    html(problem.map_or(200, Problem::status), &page)
}
