//! The visitor's own password. Who must change it sees this page and no other.

use api::{Kind, Secret};
use askama::Template;
use functions::domain::{own, passwords};

use super::{
    Page,
    desk::{Desk, Problem},
    frame::Frame,
    html,
};

#[derive(Template)]
#[template(path = "password.html")]
struct PasswordPage {
    frame: Frame,
    forced: bool,
    shortest: usize,
    needed: u8,
}

/// The form.
pub(crate) fn show(desk: &Desk<'_>) -> Page {
    form(desk, 200, None)
}

/// Changes the password; the session that did it goes on, the user's others end.
pub(crate) fn change(desk: &Desk<'_>) -> Page {
    match set(desk) {
        Ok(()) => desk.go("/?done=password"),
        Err(problem) => form(desk, problem.status(), Some(&problem)),
    }
}

fn set(desk: &Desk<'_>) -> Result<(), Problem> {
    let (current, new) = (desk.exactly("current"), desk.exactly("new"));
    if new != desk.exactly("repeat") {
        let reason = "The two new passwords differ. Type the same one twice.".to_owned();
        return Err(Problem { kind: Kind::BadParam, reason });
    }
    let [current, new] = [current, new].map(|text| Secret::new(text.to_owned()));
    desk.functions.change_password(desk.caller, &current, &new).map_err(told)
}

/// The problem in the words of the form, whose fields are not called as parameters are.
fn told(error: api::Error) -> Problem {
    let mut problem = Problem::from(error);
    if problem.reason.starts_with("current: ") {
        "The current password is wrong.".clone_into(&mut problem.reason);
    } else if let Some(rule) = problem.reason.strip_prefix("password: ") {
        problem.reason = format!("The new password {rule}");
    }
    problem
}

fn form(desk: &Desk<'_>, status: u16, problem: Option<&Problem>) -> Page {
    let title = "Change your password";
    let page = PasswordPage {
        frame: desk.frame_with(title, problem),
        forced: desk.caller.must_change,
        shortest: passwords::SHORTEST,
        needed: own::required_strength(desk.host).unwrap_or(passwords::DEFAULT_STRENGTH),
    };
    html(status, &page)
}
