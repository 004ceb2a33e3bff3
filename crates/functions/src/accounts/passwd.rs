//! `passwd`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, Secret, UserName,
    caller::Proof,
    function::TokensOnChange,
    legacy::Reshape,
    records::{AccountRecord, Login},
};

use crate::domain::{
    accounts::rights,
    change::{Change, OnFailure},
    passwords,
};

/// Changes the password of an account or of a reseller, and ends their sessions. A duty to choose a
/// new password stays, unless the user themselves calls with the present one.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// The new password.
    #[param(alias = "pass")]
    pub password: Secret,
    /// 1: the password of the user's databases too.
    #[param(default = 1)]
    pub db_pass_update: Flag,
    /// Whether Digest Authentication is on; as before where it is absent.
    #[param(alias = "digestauth")]
    pub enabledigest: Option<Flag>,
}

/// What has the new password.
#[derive(Debug, Output)]
pub struct Reply {
    /// The services.
    pub app: Vec<&'static str>,
}

/// See [`Params`].
pub struct Passwd;

impl Function for Passwd {
    const NAME: &'static str = "passwd";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Passwd]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::OWN_NAME
        .of(Reshape::Objects("app"))
        .renaming(&[("app", "services")])
        .keeping(&["services", "rawout"]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tokens = set(cx, &params.user, &params.password, params.enabledigest)?;
        if tokens > 0 {
            cx.warn(match cx.host.settings.tokens_on_password_change {
                TokensOnChange::Suspend => format!(
                    "{tokens} API tokens of “{}” are suspended; each works again when it is updated.",
                    params.user
                ),
                TokensOnChange::Keep | TokensOnChange::Revoke => format!(
                    "{tokens} API tokens of “{}” are still valid; revoke those that should not be.",
                    params.user
                ),
            });
        }
        cx.reason(format!("Password changed for user “{}”.", params.user));
        Ok(Reply { app: vec!["system"] })
    }
}

/// Sets a user's password for the caller; gives the number of API tokens that remain.
pub(super) fn set(
    cx: &Cx<'_>,
    user: &UserName,
    password: &Secret,
    digest_auth: Option<Flag>,
) -> Result<u64> {
    let seen = check(cx, user, password)?;
    let hash = cx.host.passwords.hash(password)?;
    let mut change = Change::begin(cx)?;
    let mut login = rights::login(cx, change.tx(), user)?;
    login.digest_auth = digest_auth.unwrap_or(login.digest_auth);
    let tokens = if is_owners_change(cx, user) {
        passwords::unchanged(change.tx(), user, seen.generation)?;
        passwords::set_by_owner(&mut change, cx.host, &mut login, hash)?
    } else {
        passwords::set(&mut change, cx.host, &mut login, hash)?
    };
    passwords::spread(&mut change, &login, None)?;
    change.commit(OnFailure::Undo)?;
    Ok(tokens)
}

fn check(cx: &Cx<'_>, user: &UserName, password: &Secret) -> Result<Login> {
    let tx = cx.host.store.read()?;
    let login = rights::login(cx, &*tx, user)?;
    let account: Option<AccountRecord> = tx.find(&[user.into()])?;
    let context = passwords::context_of(cx.host, user, account.as_ref())?;
    passwords::check(&*tx, "passwd", password, &context)?;
    if is_owners_change(cx, user) {
        let barred = passwords::barred(&*tx, cx.host, &login)?;
        drop(tx);
        passwords::check_not_among(&barred, cx.host, password)?;
    }
    Ok(login)
}

/// Whether users change their own password and have shown the present one with this very call. A
/// session or a token shows that somebody had it once.
fn is_owners_change(cx: &Cx<'_>, user: &UserName) -> bool {
    cx.caller.user == *user && cx.caller.proof == Proof::Password
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, Secret, UserName,
        caller::Proof,
        records::{Login, Service, SessionRecord, SessionState, TokenKind, TokenRecord, is},
    };

    use crate::testing::World;

    const NEW: &str = "Tundra-otter-9-mellow";

    fn login(world: &World, name: &str) -> Login {
        world.host.store.read().unwrap().first(vec![is("name", name)]).unwrap().unwrap()
    }

    fn opens(world: &World, name: &str, password: &str) -> bool {
        let name: UserName = name.parse().unwrap();
        let on_host = world.machine.login(&name).unwrap().unwrap().password;
        world.host.passwords.verify(&Secret::new(password.to_owned()), Some(&on_host)).unwrap()
    }

    #[test]
    fn the_new_password_counts_at_once_and_sessions_end() {
        let world = World::new().account("alice", "root");
        let tx = world.host.store.write().unwrap();
        let now = world.host.clock.now();
        let alice: UserName = "alice".parse().unwrap();
        tx.put(&SessionRecord {
            digest: "d".to_owned(),
            service: Service::Cpanel,
            user_name: alice.clone(),
            mailbox: None,
            path_digest: String::new(),
            state: SessionState::Once,
            generation: 1,
            made_by: None,
            created: now,
            expires: now,
        })
        .unwrap();
        tx.put(&TokenRecord {
            digest: "t".to_owned(),
            kind: TokenKind::Cpanel,
            user_name: alice,
            name: "backup".parse().unwrap(),
            created: now,
            expires: None,
            limited: false.into(),
            suspended: false.into(),
        })
        .unwrap();
        tx.commit().unwrap();
        let form = [("user", "alice"), ("pass", NEW), ("enabledigest", "1")];
        let answer = world.call("root", "passwd", &form).unwrap();
        assert_eq!(answer.data["app"][0], "system");
        assert_eq!(answer.notes.reason.as_deref(), Some("Password changed for user “alice”."));
        assert!(answer.notes.warnings[0].starts_with("1 API tokens"));
        assert!(opens(&world, "alice", NEW) && !opens(&world, "alice", "Quarry-lamp-7-vivid"));
        let tx = world.host.store.read().unwrap();
        assert!(tx.matching::<SessionRecord>(Vec::new()).unwrap().is_empty());
        assert_eq!(tx.matching::<TokenRecord>(Vec::new()).unwrap().len(), 1);
        let login = login(&world, "alice");
        assert_eq!((login.generation, login.digest_auth.0), (2, true));
    }

    #[test]
    fn a_bad_password_changes_nothing_and_is_not_repeated() {
        let world = World::new().account("alice", "root");
        for bad in ["short", "alice123", "al1ce.test", "password1"] {
            let said = world.refusal("root", "passwd", &[("user", "alice"), ("password", bad)]);
            assert!(said.starts_with("password: ") && !said.contains(bad), "{said}");
        }
        assert_eq!(world.refusal("root", "passwd", &[("user", "alice")]), "password: is required");
        assert_eq!(login(&world, "alice").generation, 1);
        assert!(opens(&world, "alice", "Quarry-lamp-7-vivid"));
    }

    #[test]
    fn a_suspended_account_stays_locked_and_a_flagged_one_flagged() {
        let world = World::new().account("alice", "root");
        world.call("root", "suspendacct", &[("user", "alice")]).unwrap();
        let flag = [("users_json", r#"{"alice":1}"#)];
        world.call("root", "forcepasswordchange", &flag).unwrap();
        world.call("root", "passwd", &[("user", "alice"), ("password", NEW)]).unwrap();
        let on_host = world.machine.login(&"alice".parse().unwrap()).unwrap().unwrap();
        assert!(on_host.locked && on_host.expired && world.must_change("alice"));
        world.call("root", "unsuspendacct", &[("user", "alice")]).unwrap();
        let on_host = world.machine.login(&"alice".parse().unwrap()).unwrap().unwrap();
        assert!(!on_host.locked && on_host.expired && opens(&world, "alice", NEW));
    }

    #[test]
    fn only_the_owners_own_change_clears_the_flag() {
        let world = World::new().account("carol", "root").reseller("carol", &[Acl::Passwd]);
        let flag = [("users_json", r#"{"carol":1}"#)];
        world.call("root", "forcepasswordchange", &flag).unwrap();
        let same = [("user", "carol"), ("password", "Quarry-lamp-7-vivid")];
        assert!(world.refusal("carol", "passwd", &same).contains("used before"));
        let mut caller = world.caller("carol");
        caller.proof = Proof::Session("digest".to_owned());
        world.call_as(&caller, "passwd", &[("user", "carol"), ("password", NEW)]).unwrap();
        assert!(world.must_change("carol"));
        let newer = [("user", "carol"), ("password", "Canyon-violet-3-hush")];
        world.call("carol", "passwd", &newer).unwrap();
        assert!(!world.must_change("carol"));
    }

    #[test]
    fn nobody_reaches_beyond_their_rights() {
        let world = World::new()
            .account("alice", "root")
            .account("carol", "root")
            .reseller("carol", &[Acl::Passwd, Acl::ListAccts])
            .account("dave", "carol")
            .reseller("dave", &[Acl::Ssl]);
        let form = |user| [("user", user), ("password", NEW)];
        for user in ["alice", "root", "nobody1"] {
            let said = world.refusal("carol", "passwd", &form(user));
            assert_eq!(said, format!("There is no account “{user}”."));
        }
        let said = world.refusal("carol", "passwd", &form("dave"));
        assert!(said.contains("privileges that you have not"), "{said}");
        let narrow = world.token_caller("carol", &[Acl::Passwd]);
        let said = world.call_as(&narrow, "passwd", &form("carol")).unwrap_err().to_string();
        assert!(said.contains("token"), "{said}");
        for name in ["alice", "carol", "dave"] {
            assert_eq!(login(&world, name).generation, 1);
        }
    }

    #[test]
    fn of_two_at_once_the_last_in_the_store_is_the_one_on_the_host() {
        let world = World::new().account("alice", "root");
        std::thread::scope(|scope| {
            for number in 0..6 {
                let world = &world;
                scope.spawn(move || {
                    let password = format!("Tundra-otter-{number}-mellow");
                    let form = [("user", "alice"), ("password", password.as_str())];
                    world.call("root", "passwd", &form).unwrap();
                });
            }
        });
        let in_store = login(&world, "alice");
        let on_host = world.machine.login(&"alice".parse().unwrap()).unwrap().unwrap();
        assert_eq!((in_store.password, in_store.generation), (on_host.password, 7));
    }
}
