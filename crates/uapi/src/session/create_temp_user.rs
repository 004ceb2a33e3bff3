//! `Session::create_temp_user`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::databases::temporary;

/// Makes a user of the account's MySQL databases that goes with the caller's session; a caller without
/// a session gets none.
#[derive(Input)]
pub struct Params;

/// What `create_temp_user` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether the session has one.
    pub created: Flag,
    /// Its name; empty where there is none.
    pub session_temp_user: String,
}

/// See [`Params`].
pub struct CreateTempUser;

impl Function for CreateTempUser {
    const NAME: &'static str = "create_temp_user";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let name = temporary::ensure(cx)?;
        Ok(Reply {
            created: Flag(name.is_some()),
            session_temp_user: name.map(|name| name.to_string()).unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Caller, DatabaseName, Engine, Form, Value,
        caller::Proof,
        ports::Databases as _,
        records::{Service, SessionState},
    };
    use functions::{
        domain::{
            databases::temporary,
            sessions::{self, Opening},
        },
        testing::World,
    };

    use crate::testing::Calls as _;

    /// The account as the caller of a session of its own.
    fn in_session(world: &World, user: &str) -> Caller {
        let caller = world.account_caller(user);
        let tx = world.host.store.write().unwrap();
        let opening = Opening {
            service: Service::Cpanel,
            user: &caller.user,
            generation: 1,
            made_by: None,
            state: SessionState::Open,
            path_token: None,
        };
        let session = sessions::open(&*tx, &world.host, &opening).unwrap();
        tx.commit().unwrap();
        Caller { proof: Proof::Session(world.host.system.digest(&session.id)), ..caller }
    }

    fn made(world: &World, caller: &Caller) -> Value {
        let entry = crate::find("Session", "create_temp_user").unwrap();
        world.account_call(caller, entry, &Form::default()).unwrap().data
    }

    fn users(world: &World) -> Vec<(Engine, DatabaseName)> {
        world.machine.list_users().unwrap()
    }

    #[test]
    fn a_session_has_one_user_until_it_ends() {
        let world = World::new().account("alice", "root");
        world.uapi("alice", "Mysql", "create_database", &[("name", "alice_shop")]).unwrap();
        let caller = in_session(&world, "alice");
        let first = made(&world, &caller);
        let name = first["session_temp_user"].as_str().unwrap();
        assert_eq!((&first["created"], name.len()), (&1.into(), "cpses_".len() + 10));
        assert_eq!(made(&world, &caller), first);
        assert_eq!(users(&world), [(Engine::Mysql, name.parse().unwrap())]);
        let other = made(&world, &in_session(&world, "alice"));
        assert_ne!(other["session_temp_user"], first["session_temp_user"]);
        let listed = world.uapi_data("alice", "Mysql", "list_users", &[]);
        assert_eq!(listed, serde_json::json!([]), "it is the session's alone");
        temporary::sweep(&world.host).unwrap();
        assert_eq!(users(&world).len(), 2);
        let tx = world.host.store.write().unwrap();
        sessions::end(&*tx, caller.session().unwrap()).unwrap();
        tx.commit().unwrap();
        temporary::sweep(&world.host).unwrap();
        let left = other["session_temp_user"].as_str().unwrap();
        assert_eq!(users(&world), [(Engine::Mysql, left.parse().unwrap())]);
        world.call("root", "removeacct", &[("username", "alice")]).unwrap();
        assert!(users(&world).is_empty());
    }

    #[test]
    fn without_a_session_there_is_none() {
        let world = World::new().account("alice", "root");
        let told = world.uapi_data("alice", "Session", "create_temp_user", &[]);
        assert_eq!(told, serde_json::json!({"created": 0, "session_temp_user": ""}));
        assert!(users(&world).is_empty());
    }
}
