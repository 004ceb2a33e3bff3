//! `editquota`

use api::{
    Acl, Cx, Effect, Function, Input, Legacy, Limit, Needs, Result, UserName, records::Subject,
};

use crate::domain::{
    accounts::{
        self,
        limits::{self, Counts},
        rights,
    },
    change::{Change, OnFailure},
    resellers::limits::{self as reseller_limits, Named},
};

/// The parameters that errors name.
const NAMED: Named = Named { account: "user", package: "user", disk: "quota", bandwidth: "user" };

/// Changes the disk space that an account may use.
#[derive(Debug, Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
    /// MiB; 0 or `unlimited` for no limit.
    pub quota: Limit,
}

/// See [`Params`].
pub struct EditQuota;

impl Function for EditQuota {
    const NAME: &'static str = "editquota";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Quota]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::beside("output");
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let quota = limits::meant(Counts::Disk, params.quota);
        limits::check(cx, "quota", Counts::Disk, quota)?;
        let mut change = Change::begin(cx)?;
        let mut record = rights::account(cx, change.tx(), &params.user)?.into_record();
        let before = record.clone();
        record.quota = quota;
        reseller_limits::check(cx, change.tx(), Some(&before), &record, NAMED)?;
        accounts::save(cx, &mut change, &mut record)?;
        change.touch(Subject::User(record.name.clone()));
        change.commit(OnFailure::Undo)?;
        cx.raw(format!("The disk quota is {}.", limits::megabytes(record.quota)));
        cx.reason(format!("Set quota for {}.", record.name));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, Limit,
        records::{AccountRecord, is},
    };

    use crate::testing::World;

    fn quota(world: &World) -> Limit {
        let tx = world.host.store.read().unwrap();
        tx.first::<AccountRecord>(vec![is("name", "alice")]).unwrap().unwrap().quota
    }

    #[test]
    fn a_number_is_mebibytes_and_0_is_no_limit() {
        let world = World::new().account("alice", "root");
        for (text, limit) in
            [("512", Limit::of(512)), ("0", Limit::UNLIMITED), ("unlimited", Limit::UNLIMITED)]
        {
            let form = [("user", "alice"), ("quota", text)];
            let answer = world.call("root", "editquota", &form).unwrap();
            assert_eq!(answer.notes.reason.as_deref(), Some("Set quota for alice."));
            assert_eq!(quota(&world), limit);
        }
        let said = world.refusal("root", "editquota", &[("user", "alice"), ("quota", "5M")]);
        assert!(said.starts_with("quota: "), "{said}");
    }

    #[test]
    fn no_limit_needs_its_privilege_and_the_account_its_owner() {
        let world = World::new()
            .reseller("carol", &[Acl::Quota])
            .account("alice", "carol")
            .reseller("dave", &[Acl::Quota]);
        world.call("carol", "editquota", &[("user", "alice"), ("quota", "7")]).unwrap();
        let said = world.refusal("carol", "editquota", &[("user", "alice"), ("quota", "0")]);
        assert!(said.contains("allow-unlimited-disk-pkgs"), "{said}");
        let said = world.refusal("dave", "editquota", &[("user", "alice"), ("quota", "9")]);
        assert_eq!(said, "There is no account “alice”.");
        assert_eq!(quota(&world), Limit::of(7));
    }
}
