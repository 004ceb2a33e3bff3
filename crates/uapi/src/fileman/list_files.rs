//! `Fileman::list_files`

use api::ports::{FileFacts, FileKind};
use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result};
use functions::domain::files::{
    Home,
    facts::{FileItem, Wishes},
};

/// Lists what a folder holds, folders and files apart.
#[derive(Input)]
pub struct Params {
    /// The folder.
    pub dir: FilePath,
    /// 1: says of folders whether they have folders in them.
    #[param(default = 0)]
    pub check_for_leaf_directories: Flag,
    /// 1: says what type files are of, by their names.
    #[param(default = 0)]
    pub include_mime: Flag,
    /// 1: says what their owner may do with them.
    #[param(default = 0)]
    pub include_permissions: Flag,
    /// 1: those whose names begin with a dot too.
    #[param(default = 0)]
    pub show_hidden: Flag,
    /// Which kinds: `file`, `dir`, `char`, `block`, `fifo`, `link`, `socket`, with `|` between; all
    /// where absent.
    pub types: Option<String>,
    /// Which types, with `|` between; all where absent.
    pub mime_types: Option<String>,
    /// The same as `mime_types`.
    pub raw_mime_types: Option<String>,
    /// Which names, with commas between; all where absent.
    pub only_these_files: Option<String>,
    /// 1: only those that are named `filepath-0`, `filepath-1` and so on.
    #[param(default = 0)]
    pub limit_to_list: Flag,
    /// Names, for `limit_to_list`.
    #[param(family)]
    pub filepath: Vec<String>,
}

/// What `list_files` answers.
#[derive(Output)]
pub struct Reply {
    /// The folders.
    pub dirs: Vec<FileItem>,
    /// Everything else.
    pub files: Vec<FileItem>,
}

/// See [`Params`].
pub struct ListFiles;

impl Function for ListFiles {
    const NAME: &'static str = "list_files";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let home = Home::own(cx)?;
        let folder = home.place("dir", &params.dir)?;
        let wishes = Wishes {
            leaves: params.check_for_leaf_directories.0,
            mime: params.include_mime.0
                || params.mime_types.is_some()
                || params.raw_mime_types.is_some(),
            permissions: params.include_permissions.0,
        };
        let mut reply = Reply { dirs: Vec::new(), files: Vec::new() };
        for facts in cx.host.files.list(&home.account, &folder)? {
            // A name that is no path here can be neither shown nor asked for.
            let Ok(place) = folder.join(&facts.name) else { continue };
            if !wanted(&params, &facts) {
                continue;
            }
            let is_folder = facts.kind == FileKind::Folder;
            let item = FileItem::of(cx, &home, &place, facts, wishes)?;
            if of_type(&params, &item) {
                if is_folder { reply.dirs.push(item) } else { reply.files.push(item) }
            }
        }
        Ok(reply)
    }
}

/// Whether the caller wants a file by its name and kind.
fn wanted(params: &Params, facts: &FileFacts) -> bool {
    let among = |list: &Option<String>, mark: char, word: &str| {
        list.as_ref().is_none_or(|list| list.split(mark).any(|one| one.trim() == word))
    };
    (params.show_hidden.0 || !facts.name.starts_with('.'))
        && among(&params.types, '|', facts.kind.as_str())
        && among(&params.only_these_files, ',', &facts.name)
        && (!params.limit_to_list.0 || params.filepath.contains(&facts.name))
}

/// Whether the caller wants a file by its type.
fn of_type(params: &Params, item: &FileItem) -> bool {
    [&params.mime_types, &params.raw_mime_types]
        .into_iter()
        .flatten()
        .all(|types| types.split('|').any(|one| Some(one.trim()) == item.mimetype.as_deref()))
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{fileman::samples, testing::Calls as _};

    fn world() -> World {
        let world = World::new().account("alice", "root").account("bob", "root");
        let world = samples::with_file(world, "a/x.html", "text");
        let world = samples::with_file(world, "a/.hidden", "");
        samples::with_file(world, "a/b/c/d", "")
    }

    fn names(world: &World, form: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
        let mut all = vec![("dir", "a")];
        all.extend(form);
        let found = world.uapi_data("alice", "Fileman", "list_files", &all);
        let names = |key: &str| {
            let items = found[key].as_array().unwrap().iter();
            items.map(|item| item["file"].as_str().unwrap().to_owned()).collect()
        };
        (names("dirs"), names("files"))
    }

    #[test]
    fn folders_and_files_are_listed_apart() {
        let world = world();
        let plain = names(&world, &[]);
        assert_eq!(plain, (vec!["b".to_owned()], vec!["x.html".to_owned()]));
        let (_, files) = names(&world, &[("show_hidden", "1")]);
        assert_eq!(files, [".hidden", "x.html"]);
        let form = [("dir", "a"), ("check_for_leaf_directories", "1")];
        let found = world.uapi_data("alice", "Fileman", "list_files", &form);
        assert_eq!(found["dirs"][0]["isleaf"], 0);
    }

    #[test]
    fn only_what_is_asked_for_is_listed() {
        let world = world();
        let empty: Vec<String> = Vec::new();
        assert_eq!(names(&world, &[("types", "dir|link")]).1, empty);
        assert_eq!(names(&world, &[("only_these_files", "x.html,y")]).0, empty);
        assert_eq!(
            names(&world, &[("mime_types", "text/html")]),
            (empty.clone(), vec!["x.html".to_owned()])
        );
        let one = [("limit_to_list", "1"), ("filepath-0", "b")];
        assert_eq!(names(&world, &one), (vec!["b".to_owned()], empty));
    }

    #[test]
    fn another_accounts_files_are_not_there() {
        let world = world();
        for dir in ["/home/bob", "/usr", "/home/bob/public_html"] {
            let said = world.uapi_refusal("alice", "Fileman", "list_files", &[("dir", dir)]);
            assert!(said.starts_with("path: ") && said.ends_with("is not there."), "{said}");
        }
    }
}
