//! `MysqlFE::userdbprivs` of cPanel API 2

use api::{Cx, Effect, Function, Input, Needs, Result};

use super::getdbuserprivileges::{self, GetDbUserPrivileges};

/// Says of each privilege whether a user has it on a MySQL database.
#[derive(Debug, Input)]
pub struct Params {
    /// The database; the account's prefix may be left out.
    pub db: String,
    /// The user; the account's prefix may be left out.
    pub dbuser: String,
}

/// See [`Params`].
pub struct UserDbPrivs;

impl Function for UserDbPrivs {
    const NAME: &'static str = "userdbprivs";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<getdbuserprivileges::Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let Params { db, dbuser } = params;
        GetDbUserPrivileges::run(cx, getdbuserprivileges::Params { db, dbuser })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn it_says_what_its_twin_says() {
        let world = databases::scene("Mysql");
        let form = [("db", "alice_db"), ("dbuser", "alice_u")];
        let rows = |function| world.api2("alice", "MysqlFE", function, &form).unwrap().data;
        assert_eq!(rows("userdbprivs"), rows("getdbuserprivileges"));
        assert_eq!(rows("userdbprivs")[0]["DROP"], 1);
    }
}
