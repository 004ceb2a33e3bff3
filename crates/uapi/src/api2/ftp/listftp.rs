//! `Ftp::listftp` of cPanel API 2

use api::{Cx, Effect, Function, Input, Needs, Result};

use crate::ftp::list_ftp::{self as twin, Item, ListFtp};

/// Lists FTP accounts.
#[derive(Input)]
pub struct Params {
    /// Types anonymous, logaccess, main, sub, joined by `|`; all where absent.
    pub include_acct_types: Option<String>,
    /// Types anonymous, logaccess, main, sub, joined by `|`; none where absent.
    pub skip_acct_types: Option<String>,
}

/// See [`Params`].
pub struct Listftp;

impl Function for Listftp {
    const NAME: &'static str = "listftp";
    const NEEDS: Needs = ListFtp::NEEDS;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Item>> {
        twin::list(cx, params.include_acct_types.as_deref(), params.skip_acct_types.as_deref())
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
        let rows = world.api2("alice", "Ftp", "listftp", &[]).unwrap().data;
        assert_eq!(rows, world.uapi_data("alice", "Ftp", "list_ftp", &[]));
        let rows = world.api2("alice", "Ftp", "listftp", &[("include_acct_types", "sub")]);
        assert_eq!(rows.unwrap().data.as_array().unwrap().len(), 1);
    }
}
