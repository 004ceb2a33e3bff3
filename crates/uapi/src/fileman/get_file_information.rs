//! `Fileman::get_file_information`

use api::{Cx, Effect, Error, FilePath, Flag, Function, Input, Needs, Result};
use functions::domain::files::{
    Home,
    facts::{FileItem, Wishes},
};

/// Tells what a file or a folder is.
#[derive(Input)]
pub struct Params {
    /// The file or folder.
    pub path: FilePath,
    /// 1: says of folders whether they have folders in them.
    #[param(default = 0)]
    pub check_for_leaf_directories: Flag,
    /// 1: says what type files are of, by their names.
    #[param(default = 0)]
    pub include_mime: Flag,
    /// 1: says what their owner may do with them.
    #[param(default = 0)]
    pub include_permissions: Flag,
    /// Has no effect here: what is named is shown.
    #[param(default = 0)]
    pub show_hidden: Flag,
}

/// See [`Params`].
pub struct GetFileInformation;

impl Function for GetFileInformation {
    const NAME: &'static str = "get_file_information";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = FileItem;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let home = Home::own(cx)?;
        let place = home.place("path", &params.path)?;
        let facts = cx.host.files.find(&home.account, &place)?;
        let facts =
            facts.ok_or_else(|| Error::not_found(format!("path: “{place}” is not there.")))?;
        let wishes = Wishes {
            leaves: params.check_for_leaf_directories.0,
            mime: params.include_mime.0,
            permissions: params.include_permissions.0,
        };
        FileItem::of(cx, &home, &place, facts, wishes)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{fileman::samples, testing::Calls as _};

    #[test]
    fn a_file_is_described() {
        let world = samples::with_file(World::new().account("alice", "root"), "a/x.html", "text");
        let form = [("path", "a/x.html"), ("include_mime", "1"), ("include_permissions", "1")];
        let found = world.uapi_data("alice", "Fileman", "get_file_information", &form);
        assert_eq!((&found["file"], &found["type"]), (&"x.html".into(), &"file".into()));
        assert_eq!(found["fullpath"], "/home/alice/a/x.html");
        assert_eq!((&found["size"], &found["humansize"]), (&4.into(), &"4 bytes".into()));
        assert_eq!((&found["nicemode"], &found["mode"]), (&644.into(), &"33188".into()));
        assert_eq!(
            (&found["mimetype"], &found["mimename"]),
            (&"text/html".into(), &"text-html".into())
        );
        assert_eq!((&found["read"], &found["write"]), (&1.into(), &1.into()));
        assert_eq!(found["uid"], world.record("alice").uid);
        let form = [("path", "a"), ("check_for_leaf_directories", "1")];
        let folder = world.uapi_data("alice", "Fileman", "get_file_information", &form);
        assert_eq!((&folder["type"], &folder["isleaf"]), (&"dir".into(), &1.into()));
        assert!(folder.get("mimetype").is_none());
        let said = world.uapi_refusal("alice", "Fileman", "get_file_information", &[("path", "b")]);
        assert_eq!(said, "path: “b” is not there.");
    }
}
