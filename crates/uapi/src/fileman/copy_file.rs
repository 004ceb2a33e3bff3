//! `Fileman::copy_file`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result};
use functions::domain::files::Home;

/// Copies a file, or a folder with all that is in it.
#[derive(Input)]
pub struct Params {
    /// What is copied.
    pub source: FilePath,
    /// Where it comes to; into it where that is a folder.
    pub destination: FilePath,
}

/// What `copy_file` answers: where both are, as the account sees them.
#[derive(Output)]
pub struct Reply {
    /// From where.
    pub src: String,
    /// To where.
    pub dest: String,
}

/// See [`Params`].
pub struct CopyFile;

impl Function for CopyFile {
    const NAME: &'static str = "copy_file";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let home = Home::own(cx)?;
        let from = home.place("source", &params.source)?;
        let to = home.place("destination", &params.destination)?;
        let to = home.copy(&from, &to)?;
        Ok(Reply { src: home.shown(&from), dest: home.shown(&to) })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{fileman::samples, testing::Calls as _};

    #[test]
    fn a_folder_is_copied_into_a_folder() {
        let world = samples::with_file(World::new().account("alice", "root"), "a/x.txt", "text");
        let form = [("source", "a"), ("destination", "/home/alice/public_html")];
        let copied = world.uapi_data("alice", "Fileman", "copy_file", &form);
        assert_eq!(copied["dest"], "/home/alice/public_html/a");
        assert_eq!(samples::text(&world, "public_html/a/x.txt"), "text");
        assert_eq!(samples::text(&world, "a/x.txt"), "text");
        let said = world.uapi_refusal("alice", "Fileman", "copy_file", &form);
        assert_eq!(said, "path: “public_html/a” is there already.");
    }

    #[test]
    fn what_there_is_no_room_for_is_not_copied() {
        let world = World::new().account("alice", "root");
        let text = "x".repeat(700_000);
        let world = samples::with_file(world, "a/x.txt", &text);
        let world = world.with_account("alice", |account| account.quota = api::Limit::of(1));
        let form = [("source", "a"), ("destination", "b")];
        let said = world.uapi_refusal("alice", "Fileman", "copy_file", &form);
        assert!(said.contains("may use 1 MB of disk space"), "{said}");
        let world = world.with_account("alice", |account| account.quota = api::Limit::of(9));
        let world = world.with_account("alice", |account| account.max_inodes = api::Limit::of(9));
        let said = world.uapi_refusal("alice", "Fileman", "copy_file", &form);
        assert!(said.contains("may have 9 files"), "{said}");
    }
}
