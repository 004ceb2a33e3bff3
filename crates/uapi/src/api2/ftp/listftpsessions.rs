//! `Ftp::listftpsessions` of cPanel API 2

use api::{Cx, Effect, Function, Input, Needs, Result};

use crate::ftp::list_sessions::{self as twin, Item, ListSessions};

/// Lists active FTP sessions.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Listftpsessions;

impl Function for Listftpsessions {
    const NAME: &'static str = "listftpsessions";
    const NEEDS: Needs = ListSessions::NEEDS;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Vec<Item>> {
        twin::list(cx)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls;

    #[test]
    fn the_rows_are_those_of_uapi() {
        let world = World::new().account("alice", "root");
        let form = [("user", "shop"), ("pass", "Quarry-lamp-7-vivid")];
        world.api2("alice", "Ftp", "addftp", &form).unwrap();
        let rows = world.api2("alice", "Ftp", "listftpsessions", &[]).unwrap().data;
        assert_eq!(rows, world.uapi_data("alice", "Ftp", "list_sessions", &[]));
    }
}
