//! `Mysql::adduserdb` of cPanel API 1

use api::{Cx, Effect, Engine, Error, Function, Input, Needs, Privileges, Result};
use functions::domain::databases::{grants, names};

/// Says what a user may do with a MySQL database, in place of what it might so far.
#[derive(Debug, Input)]
pub struct Params {
    /// The database; the account's prefix may be left out.
    #[param(name = "arg-0")]
    pub db: String,
    /// The user; the account's prefix may be left out.
    #[param(name = "arg-1")]
    pub user: String,
    /// `all`, or some privileges parted by spaces or commas; `temporary`, `lock` and `routine` are short
    /// for those that make temporary tables, lock tables, and make and change routines.
    #[param(name = "arg-2")]
    pub privileges: String,
}

/// See [`Params`].
pub struct AddUserDb;

impl Function for AddUserDb {
    const NAME: &'static str = "adduserdb";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = &'static str;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let both = (names::own(cx, "arg-0", &params.db)?, names::own(cx, "arg-1", &params.user)?);
        let rule = |rule| Error::param("arg-2", rule);
        let privileges = read(&params.privileges).map_err(rule)?;
        grants::set(cx, &cx.caller.user, ENGINE, (&both.0, &both.1), privileges)?;
        Ok("")
    }
}

fn read(text: &str) -> Result<Privileges, String> {
    if let Ok(privileges) = text.parse() {
        return Ok(privileges);
    }
    let word = |word: &str| match word.to_ascii_lowercase().as_str() {
        "temporary" => "CREATE TEMPORARY TABLES".to_owned(),
        "lock" => "LOCK TABLES".to_owned(),
        "routine" => "CREATE ROUTINE,ALTER ROUTINE".to_owned(),
        _ => word.to_owned(),
    };
    // Words of two parts come between commas only.
    let part = if text.contains(',') { ',' } else { ' ' };
    text.split(part).map(str::trim).map(word).collect::<Vec<_>>().join(",").parse()
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::databases::{self, api1};

    #[test]
    fn privileges_come_as_words_or_short() {
        let world = databases::scene("Mysql");
        let granted = |privileges| {
            api1(&world, "alice", "adduserdb", &["db", "u", privileges]).unwrap();
            let grants = databases::login(&world, Engine::Mysql, "alice_u").unwrap().grants;
            grants.values().map(ToString::to_string).collect::<Vec<_>>().join(";")
        };
        assert_eq!(granted("select temporary lock"), "CREATE TEMPORARY TABLES,LOCK TABLES,SELECT");
        assert_eq!(granted("SHOW VIEW,routine"), "ALTER ROUTINE,CREATE ROUTINE,SHOW VIEW");
        assert_eq!(granted("all"), "ALL PRIVILEGES");
        let said = api1(&world, "alice", "adduserdb", &["db", "u", "grant"]).unwrap_err();
        assert!(said.to_string().starts_with("arg-2: "), "{said}");
        assert!(api1(&world, "bob", "adduserdb", &["alice_db", "alice_u", "all"]).is_err());
    }
}
