//! `Mysql::repair_database`

use api::{
    Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Output, Result,
    ports::{MessageKind, TableMessage, Upkeep},
};
use functions::domain::databases::catalog;

/// Repairs the tables of a MySQL database.
#[derive(Debug, Input)]
pub struct Params {
    /// The database.
    pub name: DatabaseName,
}

/// What the server says of a table.
#[derive(Debug, Output)]
pub struct Item {
    /// The message.
    pub msg_text: String,
    /// What kind of message it is.
    pub msg_type: MessageKind,
    /// The table.
    pub table: String,
}

/// See [`Params`].
pub struct RepairDatabase;

impl Function for RepairDatabase {
    const NAME: &'static str = "repair_database";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        catalog::find(&*cx.host.store.read()?, &cx.caller.user, ENGINE, "name", &params.name)?;
        let said = cx.host.databases.upkeep(&params.name, Upkeep::Repair)?;
        let item =
            |one: TableMessage| Item { msg_text: one.text, msg_type: one.kind, table: one.table };
        Ok(said.into_iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, databases};

    #[test]
    fn a_database_without_tables_has_nothing_to_say_and_strangers_have_none() {
        let world = databases::scene("Mysql");
        let form = [("name", "alice_db")];
        assert_eq!(
            world.uapi_data("alice", "Mysql", "repair_database", &form),
            serde_json::json!([])
        );
        for (user, name) in [("bob", "alice_db"), ("alice", "alice_x")] {
            let said = world.uapi_refusal(user, "Mysql", "repair_database", &[("name", name)]);
            assert_eq!(said, format!("name: there is no database “{name}”."));
        }
    }
}
