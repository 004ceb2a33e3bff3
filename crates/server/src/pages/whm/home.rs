//! The first page of WHM: what the visitor may do, and how much there is of it.

use api::Rank;
use askama::Template;

use crate::pages::{Page, desk::Desk, frame::Frame, html, read};

#[derive(Template)]
#[template(path = "whm/home.html")]
struct HomePage {
    frame: Frame,
    rank: &'static str,
    all: bool,
    privileges: Vec<&'static str>,
    figures: Vec<Figure>,
    working: usize,
    functions: usize,
}

/// A number and what it counts.
struct Figure {
    path: &'static str,
    number: String,
    label: &'static str,
}

/// Shows it.
pub(crate) fn show(desk: &Desk<'_>) -> Page {
    let entries = || desk.functions.groups().iter().flat_map(|group| group.functions);
    let page = HomePage {
        frame: desk.frame("Home"),
        rank: rank(desk.caller.rank),
        all: desk.caller.is_rootlike(),
        privileges: desk.caller.acls.iter().map(api::Acl::as_str).collect(),
        figures: figures(desk),
        working: entries().filter(|entry| desk.may(entry.name)).count(),
        functions: entries().count(),
    };
    html(200, &page)
}

fn rank(rank: Rank) -> &'static str {
    match rank {
        Rank::Root => "",
        Rank::Reseller => "a reseller",
        Rank::Account => "an account's user",
        Rank::Mailbox => "a mailbox",
    }
}

fn figures(desk: &Desk<'_>) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut add = |path, label, number: Option<String>| {
        figures.extend(number.map(|number| Figure { path, number, label }));
    };
    add("/accounts", "accounts", count(desk, "listaccts", "acct"));
    add("/api-shell/listpkgs", "packages", count(desk, "listpkgs", "pkg"));
    if desk.may("api_token_list") {
        let told = desk.ask("api_token_list", &[]).ok();
        let tokens = told.map(|told| {
            let map = told.data.get("tokens").and_then(|map| map.as_object());
            map.map_or(0, serde_json::Map::len).to_string()
        });
        add("/tokens", "of your API tokens", tokens);
    }
    figures
}

/// How many items a list has, without reading them.
fn count(desk: &Desk<'_>, function: &str, key: &str) -> Option<String> {
    if !desk.may(function) {
        return None;
    }
    let chunk = [("api.chunk.enable", "1"), ("api.chunk.size", "1"), ("api.chunk.start", "1")];
    let told = desk.ask(function, &chunk).ok()?;
    let records = told.metadata.get("chunk").and_then(|chunk| read::number(chunk, "records"));
    Some(records.map_or_else(|| read::list(&told.data, key).len().to_string(), |n| n.to_string()))
}
