//! The reference page of a group of functions, from their list.

use api::{Effect, Entry, Field, Group, Needs, Type};

/// The name of a group's page, without its ending.
pub(crate) fn slug(group: &Group) -> String {
    group.title.to_lowercase().replace(' ', "-")
}

/// The page that leads to the groups.
pub(crate) fn index(title: &str, groups: &[Group]) -> String {
    let mut lines = vec![format!("# {title}\n\nWritten by `cargo xtask docs`.")];
    for group in groups {
        lines.push(format!("\n## [{}]({}.md)\n", group.title, slug(group)));
        for entry in group.functions {
            let mark = if entry.finished { "" } else { " (not yet)" };
            let link = format!("[`{name}`]({}.md#{name})", slug(group), name = entry.name);
            lines.push(format!("- {link}{mark}: {}", cell(entry.doc)));
        }
    }
    lines.join("\n") + "\n"
}

/// A group's page.
pub(crate) fn page(group: &Group) -> String {
    let entries: Vec<_> = group.functions.iter().map(section).collect();
    format!("# {}\n\nWritten by `cargo xtask docs`.\n{}", group.title, entries.concat())
}

fn section(entry: &Entry) -> String {
    let state = match (entry.finished, entry.effect) {
        (false, _) => "Listed; does not do its work yet.",
        (true, Effect::Reads) => "Only reads.",
        (true, Effect::Changes) => "Changes state.",
    };
    format!(
        "\n## {}\n\n{}\n\n{state} Needs {}.\n{}{}",
        entry.name,
        entry.doc,
        needs(entry.needs),
        params(entry.params),
        reply(&entry.reply)
    )
}

fn needs(needs: Needs) -> String {
    match needs {
        Needs::Login => "a login".to_owned(),
        Needs::AnyOf(acls) => {
            let names: Vec<_> = acls.iter().map(|acl| format!("`{}`", acl.as_str())).collect();
            names.join(" or ")
        }
        Needs::Features([]) => "an account".to_owned(),
        Needs::Features(features) => format!("an account with `{}`", features.join("` or `")),
    }
}

fn params(fields: &[Field]) -> String {
    if fields.is_empty() {
        return String::new();
    }
    let rows: Vec<_> = fields.iter().map(param).collect();
    let head = "\n| Parameter | Type | Default | What |\n| --- | --- | --- | --- |\n";
    format!("{head}{}", rows.concat())
}

fn param(field: &Field) -> String {
    let name = match (field.rest, field.family) {
        (true, _) => "any other name".to_owned(),
        (false, true) => format!("`{0}`, `{0}-0` …", field.name),
        (false, false) => format!("`{}`", field.name),
    };
    let aliases: Vec<_> = field.aliases.iter().map(|alias| format!(", `{alias}`")).collect();
    let default = match field.default {
        Some("") => "empty".to_owned(),
        Some(text) => format!("`{text}`"),
        None if field.required() => "required".to_owned(),
        None => String::new(),
    };
    let (ty, doc) = (cell(&named(&field.ty)), cell(field.doc));
    format!("| {name}{} | {ty} | {default} | {doc} |\n", aliases.concat())
}

fn reply(ty: &Type) -> String {
    match ty {
        Type::Nothing => "\nAnswers nothing but success.\n".to_owned(),
        Type::Object(fields) => {
            let mut rows = Vec::new();
            keys("", fields, &mut rows);
            format!("\n| Key of the reply | Type | What |\n| --- | --- | --- |\n{}", rows.concat())
        }
        other => format!("\nAnswers {}.\n{}", named(other), below(other)),
    }
}

/// The table of the objects in a list or a map.
fn below(ty: &Type) -> String {
    match ty {
        Type::Object(_) => reply(ty),
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) => below(inner),
        _ => String::new(),
    }
}

fn keys(path: &str, fields: &[Field], rows: &mut Vec<String>) {
    for field in fields {
        let name = if field.rest { "*" } else { field.name };
        let absent = if field.absent { ", may be absent" } else { "" };
        let (ty, doc) = (cell(&named(&field.ty)), cell(field.doc));
        rows.push(format!("| `{path}{name}` | {ty}{absent} | {doc} |\n"));
        nested(&format!("{path}{name}"), &field.ty, rows);
    }
}

fn nested(path: &str, ty: &Type, rows: &mut Vec<String>) {
    match ty {
        Type::Object(fields) => keys(&format!("{path}."), fields, rows),
        Type::List(inner) => nested(&format!("{path}[]"), inner, rows),
        Type::Map(inner) => nested(&format!("{path}.*"), inner, rows),
        Type::Optional(inner) => nested(path, inner, rows),
        _ => {}
    }
}

/// A type in words.
fn named(ty: &Type) -> String {
    match ty {
        Type::Text => "text".to_owned(),
        Type::Int => "whole number".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Flag => "0 or 1".to_owned(),
        Type::Json => "JSON".to_owned(),
        Type::User => "username".to_owned(),
        Type::Domain => "domain".to_owned(),
        Type::Email => "mail address".to_owned(),
        Type::Ip => "IP address".to_owned(),
        Type::Path => "path".to_owned(),
        Type::Url => "URL".to_owned(),
        Type::UnixTime => "Unix time".to_owned(),
        Type::Secret => "secret text".to_owned(),
        Type::Limit => "number or `unlimited`".to_owned(),
        Type::Enum(words) => {
            let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
            words.join(", ")
        }
        Type::Any => "anything".to_owned(),
        Type::Nothing => "nothing".to_owned(),
        Type::Optional(inner) => named(inner),
        Type::List(inner) => format!("list of {}", named(inner)),
        Type::Map(inner) => format!("map to {}", named(inner)),
        Type::Object(_) => "object".to_owned(),
    }
}

/// A text as it may stand in a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

#[test]
fn marks_of_tables_are_escaped() {
    assert_eq!(cell("a | b\nc"), "a \\| b c");
}
