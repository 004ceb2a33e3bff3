//! `Fileman::autocompletedir`

use api::ports::{FileKind, HomePath};
use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result};
use functions::domain::files::Home;

/// Lists what a path may go on with.
#[derive(Input)]
pub struct Params {
    /// The path so far.
    pub path: FilePath,
    /// 1: only folders.
    #[param(default = 0)]
    pub dirsonly: Flag,
    /// 1: the names are written for HTML.
    #[param(default = 1)]
    pub html: Flag,
    /// 1: everything in the folder that the path names; 0: what begins with its last name.
    #[param(default = 1)]
    pub list_all: Flag,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The path, relative to the home; of a folder with a final slash.
    pub file: String,
}

/// See [`Params`].
pub struct Autocompletedir;

impl Function for Autocompletedir {
    const NAME: &'static str = "autocompletedir";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let home = Home::own(cx)?;
        let place = home.place("path", &params.path)?;
        let whole = params.list_all.0 || params.path.as_str().ends_with('/');
        let (folder, begin): (HomePath, &str) =
            if whole { (place.clone(), "") } else { (place.parent(), place.name()) };
        let found = cx.host.files.list(&home.account, &folder)?;
        let found = found.into_iter().filter(|facts| {
            facts.name.starts_with(begin) && (!params.dirsonly.0 || facts.kind == FileKind::Folder)
        });
        let item = |facts: api::ports::FileFacts| {
            let slash = if facts.kind == FileKind::Folder { "/" } else { "" };
            let inside = if folder.is_home() { String::new() } else { format!("{folder}/") };
            let path = format!("{inside}{}{slash}", facts.name);
            Item { file: if params.html.0 { escaped(&path) } else { path } }
        };
        Ok(found.map(item).collect())
    }
}

/// A text as HTML.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{fileman::samples, testing::Calls as _};

    #[test]
    fn a_path_goes_on_with_what_begins_so() {
        let world = samples::with_file(World::new().account("alice", "root"), "a&b/x.txt", "");
        let list = |form: &[(&str, &str)]| {
            let found = world.uapi_data("alice", "Fileman", "autocompletedir", form);
            let found = found.as_array().unwrap().iter();
            found.map(|item| item["file"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(list(&[("path", "a&"), ("list_all", "0")]), ["a&amp;b/"]);
        let plain = [("path", "/home/alice/a&"), ("list_all", "0"), ("html", "0")];
        assert_eq!(list(&plain), ["a&b/"]);
        assert_eq!(list(&[("path", "a&b/"), ("html", "0")]), ["a&b/x.txt"]);
        assert!(list(&[("path", "a&b/"), ("dirsonly", "1")]).is_empty());
        assert!(list(&[("path", "pub"), ("list_all", "0")]).contains(&"public_html/".to_owned()));
    }
}
