//! `setminimumpasswordstrengths`

use api::{
    Cx, Effect, Function, Input, Needs, Param, Result, Type, records::Setting, values::text,
};

use crate::domain::{
    change::{Change, OnFailure},
    passwords,
};

/// Sets the least strength of new passwords, for each service by itself. What is not given stays.
#[derive(Debug, Input)]
pub struct Params {
    /// For new accounts.
    pub createacct: Option<Strength>,
    /// For every service without a strength of its own.
    pub default: Option<Strength>,
    /// For FTP accounts.
    pub ftp: Option<Strength>,
    /// For mailing lists.
    pub list: Option<Strength>,
    /// For users of `MySQL` databases.
    pub mysql: Option<Strength>,
    /// For WHM users and accounts.
    pub passwd: Option<Strength>,
    /// For users of `PostgreSQL` databases.
    pub postgres: Option<Strength>,
    /// For SSH keys.
    pub sshkey: Option<Strength>,
    /// For mailboxes and other users that the system does not know.
    pub r#virtual: Option<Strength>,
}

/// A strength from 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength(u8);

impl Param for Strength {
    const TYPE: Type = Type::Int;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let given = api::form::one(texts)?;
        let number = given.parse().ok().filter(|number| (1..=100).contains(number));
        number
            .map(Self)
            .ok_or_else(|| format!("“{}” is not a whole number from 1 to 100", text::shown(given)))
    }
}

/// See [`Params`].
pub struct SetMinimumPasswordStrengths;

impl Function for SetMinimumPasswordStrengths {
    const NAME: &'static str = "setminimumpasswordstrengths";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        for (service, strength) in params.by_service() {
            if let Some(Strength(number)) = strength {
                let name = passwords::setting_name(service);
                change.save(&Setting { name, value: number.to_string() })?;
            }
        }
        change.commit(OnFailure::Undo)
    }
}

impl Params {
    fn by_service(&self) -> [(&'static str, Option<Strength>); 9] {
        [
            ("createacct", self.createacct),
            ("default", self.default),
            ("ftp", self.ftp),
            ("list", self.list),
            ("mysql", self.mysql),
            ("passwd", self.passwd),
            ("postgres", self.postgres),
            ("sshkey", self.sshkey),
            ("virtual", self.r#virtual),
        ]
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::{domain::passwords, testing::World};

    fn required(world: &World, service: &'static str) -> u8 {
        passwords::required_strength(&*world.host.store.read().unwrap(), service).unwrap()
    }

    #[test]
    fn what_is_given_is_required_and_the_rest_stays() {
        let world = World::new();
        let form = [("passwd", "60"), ("virtual", "7")];
        world.data("root", "setminimumpasswordstrengths", &form);
        world.data("root", "setminimumpasswordstrengths", &[("default", "1"), ("passwd", "61")]);
        assert_eq!(required(&world, "passwd"), 61);
        assert_eq!(required(&world, "virtual"), 7);
        assert_eq!(required(&world, "ftp"), 1);
        for name in passwords::STRENGTH_NAMES {
            world.data("root", "setminimumpasswordstrengths", &[(name, "33")]);
            assert_eq!(required(&world, name), 33);
        }
    }

    #[test]
    fn the_range_is_1_to_100_and_the_caller_root() {
        let world = World::new().reseller("bob", &[Acl::Passwd]);
        for bad in ["0", "101", "-1", "x", ""] {
            let form = [("ftp", "50"), ("passwd", bad)];
            let said = world.refusal("root", "setminimumpasswordstrengths", &form);
            assert!(said.starts_with("passwd: "), "{said}");
        }
        assert_eq!(required(&world, "ftp"), passwords::DEFAULT_STRENGTH);
        assert!(world.call("bob", "setminimumpasswordstrengths", &[("ftp", "1")]).is_err());
    }
}
