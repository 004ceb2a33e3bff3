//! The lists: the `mod.rs` of each group, and `GROUPS` in `lib.rs`.
//!
//! Only the module lines of functions (of groups) and the one constant are replaced; what else
//! stands in a file was written by people and stays.

use std::{fs, path::PathBuf};

use super::names;
use crate::{Done, contract::Group, workspace};

/// A folder of groups with the list of them.
pub(super) struct Library {
    /// Where the folders of the groups are.
    pub(super) folder: PathBuf,
    /// What the contract says of them, in its order.
    pub(super) groups: Vec<Group>,
    /// The file that has the list, and the list's name and sentence.
    list: [&'static str; 3],
    /// What a group of a title is called.
    called: fn(&str) -> String,
}

/// The modules of cPanel API 2, of which the contract has prose only.
const API2: &[&str] = &[
    "AddonDomain",
    "Backups",
    "Contactus",
    "Cron",
    "CustInfo",
    "DnsLookup",
    "DomainLookup",
    "Email",
    "Fileman",
    "Ftp",
    "MysqlFE",
    "Park",
    "SSL",
    "SSLInfo",
    "StatsBar",
    "SubDomain",
    "ZoneEdit",
];

impl Library {
    /// The functions of WHM.
    pub(super) fn whm(groups: Vec<Group>) -> Self {
        let list = ["lib.rs", "GROUPS", "Every group, in the order of the contract."];
        let called = str::to_owned;
        Self { folder: workspace::functions(), groups, list, called }
    }

    /// The functions of UAPI.
    pub(super) fn uapi(groups: Vec<Group>) -> Self {
        let list = ["lib.rs", "MODULES", "Every module of UAPI, by name."];
        let called = |title: &str| format!("The module `{title}` of UAPI");
        Self { folder: workspace::uapi(), groups, list, called }
    }

    /// The functions of cPanel API 2: those that have a file.
    pub(super) fn api2() -> Self {
        let module = |title: &&str| Group {
            title: (*title).to_owned(),
            folder: names::folder(title),
            functions: Vec::new(),
        };
        let list = ["mod.rs", "MODULES", "Every module of cPanel API 2, by name."];
        let groups = API2.iter().map(module).collect();
        let called = |title: &str| format!("The module `{title}` of cPanel API 2");
        Self { folder: workspace::uapi().join("api2"), groups, list, called }
    }

    /// Writes the lists from the files that are there.
    pub(super) fn write(&self) -> Done {
        let mut present = Vec::new();
        for group in &self.groups {
            let functions = self.functions(group)?;
            if functions.is_empty() {
                continue;
            }
            let path = self.folder.join(&group.folder).join("mod.rs");
            let old =
                workspace::read(&path).unwrap_or_else(|_| heading(&(self.called)(&group.title)));
            workspace::write(&path, &group_file(&old, group, &functions))?;
            present.push(group.folder.clone());
        }
        let path = self.folder.join(self.list[0]);
        let folders: Vec<_> = self.groups.iter().map(|group| group.folder.clone()).collect();
        let old = workspace::read(&path)?;
        workspace::write(&path, &library(&old, self.list, &folders, &present))
    }

    /// The source of a function, if it has a file: `NAME.rs` or `NAME/mod.rs`.
    pub(super) fn source(&self, group: &Group, name: &str) -> Option<String> {
        let folder = self.folder.join(&group.folder);
        let file = folder.join(name).with_extension("rs");
        [file, folder.join(name).join("mod.rs")].iter().find_map(|path| workspace::read(path).ok())
    }

    /// The functions of a group that have a file, in the contract's order, those that the contract
    /// does not have after it by name; each with the type that is the function.
    fn functions(
        &self,
        group: &Group,
    ) -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
        let mut names: Vec<String> =
            group.functions.iter().map(|facts| facts.name.clone()).collect();
        let mut others = self.modules(group)?;
        others.retain(|name| !names.contains(name));
        others.sort();
        others.dedup();
        names.extend(others);
        let found = names.into_iter().filter_map(|name| {
            let ty = function_type(&self.source(group, &name)?)?;
            Some((name, ty))
        });
        Ok(found.collect())
    }

    /// The files and folders in a group's folder, as modules.
    fn modules(&self, group: &Group) -> Result<Vec<String>, Box<dyn std::error::Error>> {
        let Ok(entries) = fs::read_dir(self.folder.join(&group.folder)) else {
            return Ok(Vec::new());
        };
        let paths: Vec<PathBuf> =
            entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
        let stems = paths.iter().filter_map(|path| path.file_stem()?.to_str());
        Ok(stems.filter(|stem| *stem != "mod").map(str::to_owned).collect())
    }
}

/// The type that a file implements `Function` for.
fn function_type(text: &str) -> Option<String> {
    let line = text.lines().find_map(|line| line.strip_prefix("impl Function for "))?;
    Some(line.trim_end_matches([' ', '{']).to_owned())
}

fn heading(of: &str) -> String {
    format!("//! {of}: a file a function.\n\nuse api::{{Entry, Group}};\n")
}

fn group_file(old: &str, group: &Group, functions: &[(String, String)]) -> String {
    let modules: Vec<_> = functions.iter().map(|(name, _)| name.clone()).collect();
    let known: Vec<_> =
        group.functions.iter().map(|facts| facts.name.clone()).chain(modules.clone()).collect();
    let entries: Vec<_> = functions
        .iter()
        .map(|(name, ty)| format!("        Entry::of::<{name}::{ty}>(),\n"))
        .collect();
    let list = format!(
        "/// The functions, in the order of the contract.\n\
         pub const GROUP: Group = Group {{\n    title: {:?},\n    functions: &[\n{}    ],\n}};\n",
        group.title,
        entries.concat()
    );
    with_list(&with_modules(old, &known, &modules), "GROUP", &list)
}

fn library(
    old: &str,
    [_, name, said]: [&str; 3],
    folders: &[String],
    present: &[String],
) -> String {
    let rows: Vec<_> = present.iter().map(|folder| format!("    {folder}::GROUP,\n")).collect();
    let list = format!("/// {said}\npub const {name}: &[Group] = &[\n{}];\n", rows.concat());
    with_list(&with_modules(old, folders, present), name, &list)
}

/// Replaces the module lines of `known` by those of `present`, before the first other item.
fn with_modules(old: &str, known: &[String], present: &[String]) -> String {
    let is_known = |line: &str| {
        let name = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';'));
        name.is_some_and(|name| known.iter().any(|known| known == name))
    };
    let kept: Vec<&str> = old.lines().filter(|line| !is_known(line)).collect();
    let is_head = |line: &&str| line.starts_with("//!") || line.starts_with("#![");
    let docs = kept.iter().take_while(|line| is_head(line)).count();
    let (docs, items) = kept.split_at(docs);
    let mut modules: Vec<_> = present.iter().map(|name| format!("pub mod {name};")).collect();
    modules.sort();
    let items = items.join("\n");
    let items = items.trim_start_matches('\n');
    // Next to other modules the lines are sorted together with them.
    let gap = if items.starts_with("pub mod ") { "\n" } else { "\n\n" };
    format!("{}\n\n{}{gap}{items}\n", docs.join("\n"), modules.join("\n"))
}

/// Replaces the constant of that name, with its doc comment, or adds it at the end.
fn with_list(old: &str, name: &str, list: &str) -> String {
    let lines: Vec<&str> = old.lines().collect();
    let begin = format!("pub const {name}: ");
    let Some(at) = lines.iter().position(|line| line.starts_with(&begin)) else {
        return format!("{}\n\n{list}", old.trim_end());
    };
    let (before, from) = lines.split_at(at);
    let docs = before.iter().rev().take_while(|line| line.starts_with("///")).count();
    let before = before.get(..before.len() - docs).unwrap_or(before);
    let after = from.get(statement(from)..).unwrap_or_default();
    format!("{}\n{list}{}\n", before.join("\n"), after.join("\n"))
}

/// How many lines the statement has that begins here.
fn statement(lines: &[&str]) -> usize {
    let mut open = 0_usize;
    let end = lines.iter().position(|line| {
        open += line.matches(['[', '{', '(']).count();
        open = open.saturating_sub(line.matches([']', '}', ')']).count());
        open == 0 && line.trim_end().ends_with(';')
    });
    end.map_or(lines.len(), |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_list_is_replaced_and_the_rest_stays() {
        let old = "//! Doc.\n\npub mod a;\npub mod domain;\n#[cfg(test)]\nmod testing;\n\n\
                   use x;\n\n/// Old.\npub const GROUPS: &[Group] = &[\n    a::GROUP,\n];\n\n\
                   /// Kept.\npub fn find() {}\n";
        let list = ["lib.rs", "GROUPS", "Every group, in the order of the contract."];
        let new = library(old, list, &texts(&["a", "b", "c"]), &texts(&["c", "b"]));
        assert_eq!(
            new,
            "//! Doc.\n\npub mod b;\npub mod c;\npub mod domain;\n#[cfg(test)]\nmod testing;\n\n\
             use x;\n\n/// Every group, in the order of the contract.\n\
             pub const GROUPS: &[Group] = &[\n    c::GROUP,\n    b::GROUP,\n];\n\n\
             /// Kept.\npub fn find() {}\n"
        );
        assert_eq!(library(&new, list, &texts(&["a", "b", "c"]), &texts(&["c", "b"])), new);
    }

    #[test]
    fn a_statement_ends_where_its_brackets_are_closed() {
        let text =
            "pub const GROUP: Group =\n    Group { title: \"A\", functions: &[] };\n\nfn a() {}";
        assert_eq!(statement(&text.lines().collect::<Vec<_>>()), 2);
        let text = "pub const GROUPS: &[Group] = &[\n    a::GROUP,\n];\nfn a() {}";
        assert_eq!(statement(&text.lines().collect::<Vec<_>>()), 3);
    }

    #[test]
    fn the_function_of_a_file_is_found() {
        let text = "pub struct A;\npub struct ListAccts;\n\nimpl Function for ListAccts {\n";
        assert_eq!(function_type(text).as_deref(), Some("ListAccts"));
        assert_eq!(function_type("pub struct A;"), None);
    }
}
