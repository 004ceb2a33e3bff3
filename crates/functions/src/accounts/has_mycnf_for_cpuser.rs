//! `has_mycnf_for_cpuser`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName};

use crate::domain::fleet;

/// Says whether an account has the file `.my.cnf` in its home, with which database clients log in.
#[derive(Debug, Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
}

/// Whether it has.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it has.
    pub has_mycnf_for_cpuser: Flag,
}

/// See [`Params`].
pub struct HasMycnfForCpuser;

impl Function for HasMycnfForCpuser {
    const NAME: &'static str = "has_mycnf_for_cpuser";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::MysqlInfo]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = cx.account(&*tx, &params.user)?;
        drop(tx);
        fleet::require_machine(cx.host, &account)?;
        let has = cx.host.os_users.has_file(&account, ".my.cnf")?;
        Ok(Reply { has_mycnf_for_cpuser: Flag(has) })
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, sync::Arc};

    use adapters::{
        embedded::{Machine, testing::host_on},
        store,
    };
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn it_looks_into_homes_of_own_accounts_only() {
        let folder = std::env::temp_dir().join(format!("mycnf-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let machine = Arc::new(Machine::open(&folder).unwrap());
        let (host, clock) = host_on(store::in_memory().unwrap(), &machine);
        let world = World { host, machine, clock }
            .reseller("bob", &[Acl::MysqlInfo])
            .plant_account("anna", "bob")
            .plant_account("carl", "root");
        let has = || {
            world.data("bob", "has_mycnf_for_cpuser", &[("user", "anna")])["has_mycnf_for_cpuser"]
                .clone()
        };
        assert_eq!(has(), 0);
        fs::copy("Cargo.toml", folder.join("homes/anna/.my.cnf")).unwrap();
        assert_eq!(has(), 1);
        let said = world.refusal("bob", "has_mycnf_for_cpuser", &[("user", "carl")]);
        assert_eq!(said, "There is no account “carl”.");
        fs::remove_dir_all(&folder).unwrap();
    }
}
