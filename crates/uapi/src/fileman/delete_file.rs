//! `Fileman::delete_file`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result};
use functions::domain::files::Home;

/// Removes a file, or a folder with all that is in it, for good.
#[derive(Input)]
pub struct Params {
    /// What is removed.
    pub path: FilePath,
}

/// What `delete_file` answers.
#[derive(Output)]
pub struct Reply {
    /// The path, as the account sees it.
    pub path: String,
}

/// See [`Params`].
pub struct DeleteFile;

impl Function for DeleteFile {
    const NAME: &'static str = "delete_file";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let home = Home::own(cx)?;
        let place = home.place("path", &params.path)?;
        cx.host.files.remove(&home.account, &place)?;
        Ok(Reply { path: home.shown(&place) })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{fileman::samples, testing::Calls as _};

    #[test]
    fn a_folder_goes_with_all_that_is_in_it() {
        let world = samples::with_file(World::new().account("alice", "root"), "a/b/x.txt", "text");
        let form = [("path", "a")];
        let gone = world.uapi_data("alice", "Fileman", "delete_file", &form);
        assert_eq!(gone["path"], "/home/alice/a");
        let said = world.uapi_refusal("alice", "Fileman", "delete_file", &form);
        assert_eq!(said, "path: “a” is not there.");
        let said = world.uapi_refusal("alice", "Fileman", "delete_file", &[("path", "/")]);
        assert_eq!(said, "path: “” is the home itself.");
    }
}
