//! The help of a function, from its documentation.

use std::io::{self, Write};

use api::{Entry, Field, Group, Needs, Type};

/// Writes what a function does, takes and gives.
/// `called` is what stands before its parameters on the command line.
pub(super) fn write(entry: &Entry, called: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}\n\nUsage: {called} [NAME=VALUE]...", entry.doc.trim())?;
    if !entry.finished {
        writeln!(out, "\nThis server does not do its work yet.")?;
    }
    writeln!(out, "\nNeeds: {}", needs(entry.needs))?;
    if !entry.params.is_empty() {
        writeln!(out, "\nParameters:")?;
        for field in entry.params {
            write_param(field, out)?;
        }
    }
    let fields = fields(&entry.reply);
    if !fields.is_empty() {
        writeln!(out, "\nGives:")?;
        write_fields(fields, 1, out)?;
    }
    Ok(())
}

/// Writes the names of the functions that do their work, each with what it does.
pub(super) fn list(groups: &[Group], out: &mut dyn Write) -> io::Result<()> {
    for group in groups {
        let finished: Vec<&Entry> = group.functions.iter().filter(|entry| entry.finished).collect();
        if !finished.is_empty() {
            writeln!(out, "\n{}:", group.title)?;
        }
        for entry in finished {
            writeln!(out, "  {:<33} {}", entry.name, entry.summary())?;
        }
    }
    Ok(())
}

fn needs(needs: Needs) -> String {
    match needs {
        Needs::Login => "nothing but a login".to_owned(),
        Needs::AnyOf(acls) => acls.iter().map(|acl| acl.as_str()).collect::<Vec<_>>().join(" or "),
        Needs::Features([]) => "an account".to_owned(),
        Needs::Features(features) => format!("an account with {}", features.join(" or ")),
    }
}

fn write_param(field: &Field, out: &mut dyn Write) -> io::Result<()> {
    let name = if field.rest { "…" } else { field.name };
    write!(out, "  {name}  {}", type_name(&field.ty))?;
    match field.default {
        None if field.required() => write!(out, ", required")?,
        // Only a word that callers could write themselves.
        Some(default)
            if default.chars().all(|c| c.is_ascii_alphanumeric()) && !default.is_empty() =>
        {
            write!(out, ", otherwise {default}")?;
        }
        _ => {}
    }
    if field.family {
        write!(out, ", also {}-0, {}-1 …", field.name, field.name)?;
    }
    if !field.aliases.is_empty() {
        write!(out, ", also as {}", field.aliases.join(", "))?;
    }
    writeln!(out, "\n      {}", field.doc.trim())
}

fn write_fields(fields: &[Field], depth: usize, out: &mut dyn Write) -> io::Result<()> {
    for field in fields {
        let doc = field.doc.trim();
        writeln!(
            out,
            "{:width$}{}  {}: {doc}",
            "",
            field.name,
            type_name(&field.ty),
            width = depth * 2
        )?;
        write_fields(self::fields(&field.ty), depth + 1, out)?;
    }
    Ok(())
}

/// The fields of an object, or of the objects in a list.
fn fields(ty: &Type) -> &'static [Field] {
    match ty {
        Type::Object(fields) => fields,
        Type::Optional(inner) | Type::List(inner) | Type::Map(inner) => fields(inner),
        _ => &[],
    }
}

/// A type as people read it.
fn type_name(ty: &Type) -> String {
    let word = match ty {
        Type::Text => "text",
        Type::Int => "whole number",
        Type::Number => "number",
        Type::Flag => "0 or 1",
        Type::Json => "JSON",
        Type::User => "username",
        Type::Domain => "domain",
        Type::Email => "mail address",
        Type::Ip => "IP address",
        Type::Path => "path",
        Type::Url => "URL",
        Type::UnixTime => "Unix time",
        Type::Secret => "secret",
        Type::Limit => "number or unlimited",
        Type::Enum(words) => return words.join(" | "),
        Type::Any => "anything",
        Type::Nothing => "nothing",
        Type::Optional(inner) => return type_name(inner),
        Type::List(inner) => return format!("list of {}", type_name(inner)),
        Type::Map(inner) => return format!("map of {}", type_name(inner)),
        Type::Object(_) => "object",
    };
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::openapi::sample;

    #[test]
    fn help_tells_parameters_and_reply() {
        let mut out = Vec::new();
        write(&sample::ENTRY, "whmapi1 sample", &mut out).unwrap();
        let said = String::from_utf8(out).unwrap();
        for line in [
            "Usage: whmapi1 sample",
            "Needs: list-accts",
            "  user  username, required",
            "  kind  a | b, otherwise a",
            "  most  whole number, otherwise 5",
            "  acct  list of object: The accounts.",
            "    suspended  0 or 1: Whether it is.",
        ] {
            assert!(said.contains(line), "{line} is missing in:\n{said}");
        }
    }

    #[test]
    fn the_list_tells_what_each_function_does() {
        let mut out = Vec::new();
        list(&[sample::GROUP], &mut out).unwrap();
        let said = String::from_utf8(out).unwrap();
        assert!(said.starts_with("\nSamples:\n  sample "), "{said}");
        assert!(said.ends_with(" Lists samples.\n"), "{said}");
    }

    #[test]
    fn a_sentence_that_is_wrapped_is_told_whole() {
        let doc = " Makes an account: its user, its\n home. What it did is in the log.\n";
        let entry = Entry { doc, ..sample::ENTRY };
        assert_eq!(entry.summary(), "Makes an account: its user, its home.");
    }

    #[test]
    fn every_function_has_help() {
        let modules = uapi::MODULES.iter().chain(uapi::api2::MODULES);
        let groups = functions::GROUPS.iter().chain(modules);
        for entry in groups.flat_map(|group| group.functions) {
            let mut out = Vec::new();
            write(entry, entry.name, &mut out).unwrap();
            assert!(!entry.doc.trim().is_empty(), "{} has no text", entry.name);
        }
    }
}
