use std::{
    fs,
    io::{Read, Write},
    os::unix::{fs::PermissionsExt, net::UnixStream},
    path::PathBuf,
    time::Duration,
};

use rustix::{fs::Uid, thread::set_thread_res_uid};
use tempfile::TempDir;

use super::*;
use crate::{Answer, Client, Refusal, Service, Verb, services::Setup};

/// The user that the server runs as here, and one that is nobody.
const SERVER: u32 = 33;
const STRANGER: u32 = 65_534;

fn served(known: Known) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let socket = folder.path().join("socket");
    let listener = UnixListener::bind(&socket).unwrap();
    // Open to all, so that the process itself has to refuse.
    fs::set_permissions(&socket, fs::Permissions::from_mode(0o777)).unwrap();
    let (server, config) = ("www-data".to_owned(), folder.path().join("config"));
    let layout = Layout { server, config, supervision: Supervision::Own, ..Layout::default() };
    let root = Arc::new(Root::of(layout, known));
    thread::spawn(move || root.serve(&listener));
    (folder, socket)
}

/// Calls as another user: what the kernel tells of a caller is what its thread was when it connected.
fn call_as(uid: u32, socket: PathBuf, verb: Verb) -> Result<Answer, Refusal> {
    let call = move || {
        let uid = Uid::from_raw(uid);
        set_thread_res_uid(uid, uid, uid).unwrap();
        Client::new(socket).call(&verb)
    };
    thread::spawn(call).join().unwrap()
}

#[test]
fn the_server_and_root_are_answered_and_a_stranger_is_refused() {
    let (_folder, socket) = served(services::DEBIAN);
    for uid in [0, SERVER] {
        let answer = call_as(uid, socket.clone(), Verb::Runs(Service::Exim));
        assert!(matches!(answer, Ok(Answer::Flag(false))), "{uid}");
    }
    let refusal = call_as(STRANGER, socket, Verb::Runs(Service::Exim)).err();
    assert_eq!(refusal, Some(Refusal::Forbidden("you may not call this process".to_owned())));
}

#[test]
fn a_verb_that_panics_is_refused_and_the_next_is_answered() {
    fn broken(_: Service, _: &Layout) -> Option<Setup> {
        panic!("a mistake")
    }
    let (_folder, socket) = served(Known { setup: broken, ..services::DEBIAN });
    let client = Client::new(socket);
    let refusal = client.call(&Verb::Start(Service::Exim)).err();
    let mistake = "the privileged process made a mistake".to_owned();
    assert_eq!(refusal, Some(Refusal::Failed(mistake)));
    assert!(client.call(&Verb::Runs(Service::Exim)).is_ok());
}

#[test]
fn what_is_no_verb_ends_its_connection_and_no_other() {
    let (_folder, socket) = served(services::DEBIAN);
    let client = Client::new(socket.clone());
    client.call(&Verb::Runs(Service::Exim)).unwrap();
    for nonsense in [b"\0\0\0\x02\xff\xff".as_slice(), b"\xff\xff\xff\xffGET / HTTP/1.1"] {
        let mut stream = UnixStream::connect(&socket).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(nonsense).unwrap();
        let mut answer = Vec::new();
        // The end comes with what was not read thrown away, which is told as a reset.
        let read = stream.read_to_end(&mut answer).map_err(|cause| cause.kind());
        assert!(matches!(read, Ok(0) | Err(io::ErrorKind::ConnectionReset)), "{read:?}");
    }
    client.call(&Verb::Runs(Service::Exim)).unwrap();
}

#[test]
fn a_client_outlives_the_process_that_it_called() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("socket");
    let client = Client::new(socket.clone());
    for _ in 0..2 {
        let listener = UnixListener::bind(&socket).unwrap();
        let answers = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            assert!(crate::wire::read::<Verb>(&mut stream).unwrap().is_some());
            let answer: Result<Answer, Refusal> = Ok(Answer::Done);
            crate::wire::write(&mut stream, &answer).unwrap();
        });
        client.call(&Verb::Runs(Service::Exim)).unwrap();
        answers.join().unwrap();
        fs::remove_file(&socket).unwrap();
    }
    assert!(client.call(&Verb::Runs(Service::Exim)).is_err());
}
