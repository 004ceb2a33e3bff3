//! `Fileman::move_file`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result};
use functions::domain::files::Home;

/// Moves a file or a folder.
#[derive(Input)]
pub struct Params {
    /// What is moved.
    pub source: FilePath,
    /// Where it comes to; into it where that is a folder.
    pub destination: FilePath,
}

/// What `move_file` answers: where both are, as the account sees them.
#[derive(Output)]
pub struct Reply {
    /// From where.
    pub src: String,
    /// To where.
    pub dest: String,
}

/// See [`Params`].
pub struct MoveFile;

impl Function for MoveFile {
    const NAME: &'static str = "move_file";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let home = Home::own(cx)?;
        let from = home.place("source", &params.source)?;
        let to = home.place("destination", &params.destination)?;
        let to = home.rename(&from, &to)?;
        Ok(Reply { src: home.shown(&from), dest: home.shown(&to) })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{fileman::samples, testing::Calls as _};

    #[test]
    fn a_file_is_moved_and_replaces_nothing() {
        let world = samples::with_file(World::new().account("alice", "root"), "a/x.txt", "text");
        let form = [("source", "a/x.txt"), ("destination", "mail")];
        let moved = world.uapi_data("alice", "Fileman", "move_file", &form);
        assert_eq!(moved["src"], "/home/alice/a/x.txt");
        assert_eq!(samples::text(&world, "mail/x.txt"), "text");
        let said = world.uapi_refusal("alice", "Fileman", "move_file", &form);
        assert_eq!(said, "path: “a/x.txt” is not there.");
    }

    #[test]
    fn no_path_climbs_out() {
        let world = World::new().account("alice", "root").account("bob", "root");
        for (source, destination, said) in [
            ("../bob/public_html", "x", "source: “../bob/public_html” climbs with “..”"),
            ("public_html", "../bob/x", "destination: “../bob/x” climbs with “..”"),
            ("/home/bob/public_html", "x", "path: “home/bob/public_html” is not there."),
            ("", "x", "path: “” is the home itself."),
        ] {
            let form = [("source", source), ("destination", destination)];
            assert_eq!(world.uapi_refusal("alice", "Fileman", "move_file", &form), said);
        }
    }
}
