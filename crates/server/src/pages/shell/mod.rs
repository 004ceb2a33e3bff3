//! The API shell: every function as a form, with the request that it makes and the answer to it.

mod inputs;
mod request;

use api::{Effect, Entry, Needs};
use askama::Template;

use self::{
    inputs::Input,
    request::{Options, Request},
};
use super::{Page, desk::Desk, frame::Frame, html, prose};
use crate::answer::Format;

#[derive(Template)]
#[template(path = "shell/list.html")]
struct ListPage {
    frame: Frame,
    text: String,
    only: bool,
    groups: Vec<Heading>,
    shown: usize,
    functions: usize,
}

/// The functions under one heading.
struct Heading {
    title: &'static str,
    functions: Vec<Row>,
}

struct Row {
    name: &'static str,
    says: String,
    working: bool,
    allowed: bool,
    changes: bool,
}

#[derive(Template)]
#[template(path = "shell/function.html")]
struct FunctionPage {
    frame: Frame,
    name: &'static str,
    doc: &'static str,
    needs: String,
    row: Row,
    inputs: Vec<Input>,
    more: String,
    options: Options,
    run: Option<Run>,
}

/// What was asked and answered.
struct Run {
    request: Request,
    good: bool,
    reason: String,
    json: String,
    xml: String,
}

/// The list of functions.
pub(crate) fn list(desk: &Desk<'_>) -> Page {
    let text = desk.given("q").to_lowercase();
    let only = desk.checked("only");
    let wanted = |row: &Row| {
        (text.is_empty() || row.name.contains(&text) || row.says.to_lowercase().contains(&text))
            && (!only || (row.working && row.allowed))
    };
    let groups: Vec<Heading> = desk
        .functions
        .groups()
        .iter()
        .map(|group| Heading {
            title: group.title,
            functions: group
                .functions
                .iter()
                .map(|entry| row(desk, entry))
                .filter(wanted)
                .collect(),
        })
        .filter(|heading| !heading.functions.is_empty())
        .collect();
    let page = ListPage {
        frame: desk.frame("API shell"),
        shown: groups.iter().map(|heading| heading.functions.len()).sum(),
        functions: desk.functions.groups().iter().map(|group| group.functions.len()).sum(),
        text: desk.given("q").to_owned(),
        only,
        groups,
    };
    html(200, &page)
}

/// The form of one function.
pub(crate) fn show(desk: &Desk<'_>, name: &str) -> Page {
    match desk.functions.find(name) {
        Some(entry) => page(desk, entry, None),
        None => desk.absent(),
    }
}

/// Calls it once, and shows the answer in two formats.
pub(crate) fn run(desk: &Desk<'_>, name: &str) -> Page {
    let Some(entry) = desk.functions.find(name) else {
        return desk.absent();
    };
    let form = request::form(entry, desk.form);
    let (tree, _) = desk.functions.call(desk.caller, entry.name, &form);
    let metadata = tree.get("metadata").cloned().unwrap_or_default();
    let run = Run {
        request: Request::new(desk, entry, &form),
        good: super::read::flag(&metadata, "result"),
        reason: super::read::text(&metadata, "reason"),
        json: desk.functions.write(&tree, Format::JsonPretty),
        xml: desk.functions.write(&tree, Format::Xml),
    };
    page(desk, entry, Some(run))
}

fn page(desk: &Desk<'_>, entry: &'static Entry, run: Option<Run>) -> Page {
    let page = FunctionPage {
        frame: desk.frame(entry.name),
        name: entry.name,
        doc: entry.doc,
        needs: needs(entry.needs),
        row: row(desk, entry),
        inputs: entry
            .params
            .iter()
            .filter(|field| !field.rest)
            .map(|field| Input::of(field, desk.form))
            .collect(),
        more: request::shown_again(entry, desk.form),
        options: Options::read(desk.form),
        run,
    };
    html(200, &page)
}

fn row(desk: &Desk<'_>, entry: &Entry) -> Row {
    Row {
        name: entry.name,
        says: entry.summary(),
        working: entry.finished,
        allowed: entry.needs.met_by(desk.caller.acls),
        changes: entry.effect == Effect::Changes,
    }
}

fn needs(needs: Needs) -> String {
    match needs {
        Needs::Login => "a login".to_owned(),
        Needs::AnyOf(acls) => {
            let names: Vec<&str> = acls.iter().map(|acl| acl.as_str()).collect();
            format!("the privilege {}", names.join(" or "))
        }
        Needs::Features([]) => "an account".to_owned(),
        Needs::Features(features) => format!("an account with {}", features.join(" or ")),
    }
}
