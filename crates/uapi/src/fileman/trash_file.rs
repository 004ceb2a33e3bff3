//! `Fileman::trash_file`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result};
use functions::domain::files::{Home, trash};

/// Moves a file or a folder into the trash of the home.
#[derive(Input)]
pub struct Params {
    /// What goes into the trash.
    pub path: FilePath,
}

/// What `trash_file` answers.
#[derive(Output)]
pub struct Reply {
    /// The path, as the account sees it.
    pub path: String,
    /// Its name in the trash.
    pub trash_leaf: String,
}

/// See [`Params`].
pub struct TrashFile;

impl Function for TrashFile {
    const NAME: &'static str = "trash_file";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let home = Home::own(cx)?;
        let place = home.place("path", &params.path)?;
        let trash_leaf = trash::put(cx, &home, &place)?;
        Ok(Reply { path: home.shown(&place), trash_leaf })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{fileman::samples, testing::Calls as _};

    fn call(world: &World, function: &str) -> api::Result<api::Value> {
        let form = [("path", "a/x.txt")];
        world.uapi("alice", "Fileman", function, &form).map(|answer| answer.data)
    }

    #[test]
    fn what_is_in_the_trash_comes_back_the_latest_first() {
        let world = samples::with_file(World::new().account("alice", "root"), "a/x.txt", "one");
        assert_eq!(call(&world, "trash_file").unwrap()["trash_leaf"], "x.txt");
        assert_eq!(
            call(&world, "trash_file").unwrap_err().to_string(),
            "path: “a/x.txt” is not there."
        );
        let world = samples::with_file(world, "a/x.txt", "two");
        let trashed = call(&world, "trash_file").unwrap();
        assert_eq!(
            (&trashed["trash_leaf"], &trashed["path"]),
            (&"x.txt.2".into(), &"/home/alice/a/x.txt".into())
        );
        world.uapi("alice", "Fileman", "delete_file", &[("path", "a")]).unwrap();
        assert_eq!(call(&world, "restore_from_trash").unwrap()["trash_leaf"], "x.txt.2");
        assert_eq!(samples::text(&world, "a/x.txt"), "two");
        let said = call(&world, "restore_from_trash").unwrap_err().to_string();
        assert_eq!(said, "path: “a/x.txt” is there already.");
        world.uapi("alice", "Fileman", "delete_file", &[("path", "a/x.txt")]).unwrap();
        call(&world, "restore_from_trash").unwrap();
        assert_eq!(samples::text(&world, "a/x.txt"), "one");
    }

    #[test]
    fn the_trash_is_emptied() {
        let world = samples::with_file(World::new().account("alice", "root"), "a/x.txt", "one");
        call(&world, "trash_file").unwrap();
        let empty = |days: &str| {
            world.uapi("alice", "Fileman", "empty_trash", &[("older_than", days)]).unwrap();
            samples::names(&world, ".trash")
        };
        // The files' own times are those of the machine.
        world.clock.advance(1);
        assert_eq!(empty("36500"), [".places", "x.txt"]);
        assert_eq!(empty("0"), [".places"]);
        let said = call(&world, "restore_from_trash").unwrap_err().to_string();
        assert_eq!(said, "path: nothing in the trash was at “a/x.txt”.");
    }

    #[test]
    fn neither_the_home_nor_the_trash_goes_into_the_trash() {
        let world = samples::with_file(World::new().account("alice", "root"), "a/x.txt", "one");
        call(&world, "trash_file").unwrap();
        for path in ["", ".trash", ".trash/x.txt"] {
            let said = world.uapi_refusal("alice", "Fileman", "trash_file", &[("path", path)]);
            assert!(said.contains("cannot go into the trash"), "{said}");
        }
    }
}
