//! The file of one function: what it imports, its parameters, its reply, and the function itself.

use std::collections::BTreeSet;

use super::{legacy, names, params, prose, reply};
use crate::contract::Facts;

/// A file that is being put together.
pub(crate) struct File {
    /// The types that it has, each with its definition; those of others have none.
    types: Vec<(String, String)>,
    /// What it takes from `api`.
    api: BTreeSet<&'static str>,
    /// What it takes from `std`.
    std: BTreeSet<&'static str>,
}

/// Names that a type of a file may not take.
const TAKEN: &[&str] = &[
    "Acl",
    "BTreeMap",
    "Cx",
    "Effect",
    "Error",
    "Flag",
    "Function",
    "Input",
    "IpAddr",
    "JsonText",
    "Legacy",
    "List",
    "Needs",
    "Option",
    "Output",
    "Params",
    "Reply",
    "Result",
    "Secret",
    "String",
    "UnixTime",
    "Url",
    "Value",
    "Vec",
    "Word",
    "FilePath",
    "AddressRange",
    "Multiline",
    "Box",
    "DomainName",
    "EmailAddress",
    "UserName",
    "SecretLines",
    "Some",
    "None",
    "Ok",
    "Err",
    "Self",
];

impl File {
    fn of(function: &str) -> Self {
        let taken = TAKEN.iter().map(|name| (*name).to_owned());
        let types = taken.chain([function.to_owned()]).map(|name| (name, String::new()));
        Self {
            types: types.collect(),
            api: ["Cx", "Effect", "Function", "Input", "Needs", "Result", "reply"].into(),
            std: BTreeSet::new(),
        }
    }

    /// A name of `api`, imported.
    pub(crate) fn api(&mut self, name: &'static str) -> String {
        self.api.insert(name);
        name.to_owned()
    }

    /// A name of `std`, imported.
    pub(crate) fn std(&mut self, path: &'static str) -> String {
        self.std.insert(path);
        path.rsplit("::").next().unwrap_or(path).to_owned()
    }

    /// Where the next type will stand.
    pub(crate) fn place(&self) -> usize {
        self.types.len()
    }

    /// Adds a type at a place, and gives the name that it got: one that is free (the wish, or with
    /// the suffix, or with the parent's name), or that of its twin.
    pub(crate) fn define(
        &mut self,
        place: usize,
        [parent, name, suffix]: [&str; 3],
        definition: impl Fn(&str) -> String,
    ) -> String {
        let name = names::camel(name);
        let wishes = [name.clone(), format!("{name}{suffix}"), format!("{parent}{name}{suffix}")];
        let more = (2..).map(|number| format!("{parent}{name}{suffix}{number}"));
        for wish in wishes.into_iter().chain(more) {
            let text = definition(&wish);
            match self.types.iter().find(|(taken, _)| *taken == wish) {
                Some((_, twin)) if *twin == text => return wish,
                Some(_) => {}
                None => {
                    self.types.insert(place, (wish.clone(), text));
                    return wish;
                }
            }
        }
        name
    }

    /// An enumeration of words.
    pub(crate) fn word(&mut self, parent: &str, name: &str, words: &[String]) -> String {
        self.api("Word");
        let doc = prose::comment(&format!("What `{name}` may be."), 0);
        let variants: Vec<String> = (words.iter().zip(variants(words)))
            .map(|(word, variant)| {
                let doc = if word.is_empty() { "Empty.".to_owned() } else { format!("`{word}`.") };
                format!("    /// {doc}\n    #[word({word:?})]\n    {variant},\n")
            })
            .collect();
        let place = self.place();
        self.define(place, [parent, name, "Word"], |name| {
            format!(
                "{doc}#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]\n\
                 pub enum {name} {{\n{}}}\n",
                variants.concat()
            )
        })
    }

    /// The definitions added since there were that many, and how many there are.
    fn since(&self, count: usize) -> (String, usize) {
        let texts: Vec<&str> =
            self.types.iter().skip(count).map(|(_, text)| text.as_str()).collect();
        let gap = if texts.is_empty() { "" } else { "\n" };
        (format!("{gap}{}", texts.join("\n")), self.types.len())
    }

    fn imports(&self) -> String {
        let list = |names: &BTreeSet<&str>| names.iter().copied().collect::<Vec<_>>().join(", ");
        let std = match self.std.len() {
            0 => String::new(),
            1 => format!("use std::{};\n\n", list(&self.std)),
            _ => format!("use std::{{{}}};\n\n", list(&self.std)),
        };
        format!("{std}use api::{{{}}};\n", list(&self.api))
    }
}

/// A variant for each word, no two of one name.
pub(crate) fn variants(words: &[String]) -> Vec<String> {
    let mut variants: Vec<String> = Vec::new();
    for word in words {
        let name = names::camel(word);
        let twins = variants.iter().filter(|other| other.trim_end_matches('_') == name).count();
        variants.push(if twins == 0 { name } else { format!("{name}{}", twins + 1) });
    }
    variants
}

/// What a function needs of its caller.
pub(crate) enum Needed<'a> {
    /// One of these privileges: `any` for every login, none for root alone.
    Acls(Vec<&'a str>),
    /// An account with one of these features.
    Features(&'a [&'a str]),
}

/// The whole file of a function; of what, stands in its first line.
pub(crate) fn render(title: &str, facts: &Facts, needs: &Needed<'_>) -> String {
    let function = names::camel(&facts.name);
    let mut file = File::of(&function);
    let count = file.types.len();
    let params = params::render(&mut file, title, facts);
    let (asked, count) = file.since(count);
    let (reply_type, reply) = reply::render(&mut file, facts);
    let (answered, _) = file.since(count);
    let is_of_account = matches!(needs, Needed::Features(_));
    let needs = privileges(&mut file, needs);
    let effect = if changes(facts) { "Changes" } else { "Reads" };
    let shape = if is_of_account { None } else { legacy::shape(&facts.name) };
    let legacy = shape.map(|shape| {
        file.api("Legacy");
        if shape.contains("Reshape::") {
            file.api("legacy::Reshape");
        }
        format!("    const LEGACY: Legacy = {shape};\n")
    });
    let run = if reply_type == "Reply" { "Reply" } else { "Self::Reply" };
    format!(
        "//! `{title}`\n\n{imports}\n{params}{asked}\n{reply}{answered}\n\
         /// See [`Params`].\npub struct {function};\n\n\
         impl Function for {function} {{\n\
         \x20   const NAME: &'static str = {name:?};\n\
         \x20   const NEEDS: Needs = {needs};\n\
         \x20   const EFFECT: Effect = Effect::{effect};\n\
         {legacy}\
         \x20   const FINISHED: bool = false;\n\
         \x20   type Params = Params;\n\
         \x20   type Reply = {reply_type};\n\n\
         \x20   fn run(_: &Cx<'_>, _: Params) -> Result<{run}> {{\n\
         \x20       Err(reply::unfinished(Self::NAME))\n\
         \x20   }}\n\
         }}\n",
        name = facts.name,
        imports = file.imports(),
        legacy = legacy.unwrap_or_default(),
    )
}

/// Whether it changes anything; what is not known is told by the name.
fn changes(facts: &Facts) -> bool {
    let reads = [
        "get",
        "list",
        "is",
        "has",
        "fetch",
        "count",
        "check",
        "search",
        "show",
        "can",
        "find",
        "stat",
        "status",
        "view",
        "lookup",
        "read",
        "validate",
        "download",
        "query",
        "main",
        "domains",
        "enumerate",
        "describe",
    ];
    let first = names::words(&facts.name).into_iter().next().unwrap_or_default();
    facts.mutates.unwrap_or(!reads.contains(&first.as_str()))
}

fn privileges(file: &mut File, needs: &Needed<'_>) -> String {
    let acls = match needs {
        Needed::Acls(acls) => acls,
        Needed::Features([]) => return "Needs::ACCOUNT".to_owned(),
        Needed::Features(features) => return format!("Needs::Features(&{features:?})"),
    };
    match acls.as_slice() {
        [] => "Needs::ROOT".to_owned(),
        ["any"] => "Needs::Login".to_owned(),
        names => {
            file.api("Acl");
            let acls: Vec<_> =
                names.iter().map(|name| format!("Acl::{}", names::camel(name))).collect();
            format!("Needs::AnyOf(&[{}])", acls.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACTS: &str = r#"{
        "name": "list_jobs", "summary": "Lists the jobs of a user.", "mutates": false,
        "params": [
            {"name": "user", "type": "user", "required": true},
            {"name": "order", "type": "enum", "required": false, "default": "up",
             "values": ["up", "down"], "note": "by time"},
            {"name": "acl", "type": "string", "required": false},
            {"name": "acl-N", "type": "string", "required": false},
            {"name": "type", "type": "string", "required": false, "note": "see list_types"}
        ],
        "returns": {"jobs": [{"id": "int", "ended?": "unixtime", "owner": "string|null"}]}
    }"#;

    const FILE: &str = r#"//! `list_jobs`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, UserName, Word, reply};

/// Lists the jobs of a user.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// The order: by time.
    #[param(default = Order::Up)]
    pub order: Order,
    /// The ACL. One or several.
    #[param(family)]
    pub acl: Vec<String>,
    /// The type: see `list_types`.
    #[param(name = "type")]
    pub kind: Option<String>,
}

/// What `order` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Order {
    /// `up`.
    #[word("up")]
    Up,
    /// `down`.
    #[word("down")]
    Down,
}

/// What `list_jobs` answers.
#[derive(Output)]
pub struct Reply {
    /// The jobs.
    pub jobs: Vec<Job>,
}

/// One item of `jobs`.
#[derive(Output)]
pub struct Job {
    /// The ID.
    pub id: i64,
    /// Ended, as a Unix time.
    #[param(absent)]
    pub ended: Option<UnixTime>,
    /// The owner.
    pub owner: Option<String>,
}

/// See [`Params`].
pub struct ListJobs;

impl Function for ListJobs {
    const NAME: &'static str = "list_jobs";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
"#;

    #[test]
    fn a_file_has_its_parts_in_order() {
        let facts: Facts = serde_json::from_str(FACTS).unwrap();
        assert_eq!(render("list_jobs", &facts, &Needed::Acls(vec!["list-accts"])), FILE);
    }
}
