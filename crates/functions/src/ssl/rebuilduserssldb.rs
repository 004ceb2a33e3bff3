//! `rebuilduserssldb`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};

use crate::domain::tls::{overview, rebuilding};

/// Checks what accounts keep for TLS, and makes the index of the names on their certificates anew.
#[derive(Input)]
pub struct Params;

/// What `rebuilduserssldb` answers.
#[derive(Output)]
pub struct Reply {
    /// The accounts.
    pub records: Vec<String>,
}

/// See [`Params`].
pub struct Rebuilduserssldb;

impl Function for Rebuilduserssldb {
    const NAME: &'static str = "rebuilduserssldb";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let accounts = overview::accounts(cx, &*cx.host.store.read()?)?;
        for account in &accounts {
            rebuilding::rebuild(cx, account)?;
        }
        Ok(Reply { records: accounts.iter().map(ToString::to_string).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn every_account_is_gone_through() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let rebuilt = world.data("root", "rebuilduserssldb", &[]);
        assert_eq!(rebuilt["records"].as_array().unwrap().len(), 2);
    }
}
