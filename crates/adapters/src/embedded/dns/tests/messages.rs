//! How questions and answers travel: faults, sizes, UDP and TCP, the end.

use super::*;

#[tokio::test]
async fn other_requests_are_answered_by_their_fault() {
    let server = start().await;
    for op_code in [OpCode::Notify, OpCode::Update, OpCode::Status] {
        let mut message = question("example.test.", RecordType::SOA);
        message.metadata.op_code = op_code;
        let answer = server.send(&message).await;
        assert_eq!((code(&answer), answer.metadata.op_code), (ResponseCode::NotImp, op_code));
    }
    let mut twofold = question("example.test.", RecordType::A);
    twofold.add_query(Query::query(Name::from_ascii("www.example.test.").unwrap(), RecordType::A));
    assert_eq!(code(&server.send(&twofold).await), ResponseCode::FormErr);
    let mut newer = question("example.test.", RecordType::A);
    newer.set_edns(Edns::new());
    newer.edns.as_mut().unwrap().set_version(1);
    let answer = server.send(&newer).await;
    // On the wire BADVERS and BADSIG are one number.
    assert_eq!(u16::from(code(&answer)), u16::from(ResponseCode::BADVERS));
    assert_eq!(answer.edns.unwrap().version(), 0);
    // A header that promises a question, and none.
    let (answer, _) = server.send_bytes(&[1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]).await;
    assert_eq!((code(&answer), answer.metadata.id), (ResponseCode::FormErr, 0x0102));
}

#[tokio::test]
async fn a_long_text_survives() {
    let server = start().await;
    let text = "0123456789".repeat(60);
    server.zones.put(zone("long.test", &[("", "NS", "ns"), ("", "TXT", &quote(&text))]));
    let asked = question("long.test.", RecordType::TXT);
    let cut = server.send(&asked).await;
    assert!(cut.metadata.truncation && cut.answers.is_empty());
    for answer in
        [server.send(&with_edns(asked.clone(), 1232)).await, server.send_by_tcp(&asked).await]
    {
        assert!(!answer.metadata.truncation);
        let RData::TXT(txt) = &answer.answers[0].data else { panic!("{answer}") };
        assert_eq!(txt.txt_data.len(), 3);
        assert_eq!(txt.txt_data.concat(), text.as_bytes());
    }
}

#[tokio::test]
async fn what_does_not_fit_is_told_over_tcp() {
    let server = start().await;
    let addresses: Vec<_> = (0..200).map(|last| format!("192.0.2.{last}")).collect();
    let mut lines = vec![("", "NS", "ns")];
    lines.extend(addresses.iter().map(|address| ("many", "A", address.as_str())));
    lines.push(("", "MX", "0 many"));
    server.zones.put(zone("many.test", &lines));
    let asked = question("many.many.test.", RecordType::A);
    for message in [asked.clone(), with_edns(asked.clone(), 512), with_edns(asked.clone(), 4096)] {
        let cut = server.send(&message).await;
        assert!(cut.metadata.truncation && cut.answers.is_empty());
        assert_eq!(cut.edns.is_some(), message.edns.is_some());
    }
    let whole = server.send_by_tcp(&asked).await;
    assert_eq!((whole.metadata.truncation, whole.answers.len()), (false, 200));
    // Addresses that are only a courtesy are left out rather.
    let answer = server.ask("many.test.", RecordType::MX).await;
    assert!(!answer.metadata.truncation);
    assert_eq!((answer.answers.len(), answer.additionals.len()), (1, 0));
}

#[tokio::test]
async fn one_connection_takes_several_questions() {
    let server = start().await;
    let mut stream = TcpStream::connect(server.tcp).await.unwrap();
    for (name, kind, answers) in [
        ("example.test.", RecordType::A, 1),
        ("none.example.test.", RecordType::A, 0),
        ("example.test.", RecordType::NS, 2),
    ] {
        let bytes = question(name, kind).to_vec().unwrap();
        stream.write_u16(u16::try_from(bytes.len()).unwrap()).await.unwrap();
        stream.write_all(&bytes).await.unwrap();
        let length = timeout(PATIENCE, stream.read_u16()).await.unwrap().unwrap();
        let mut answer = vec![0; length.into()];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(Message::from_vec(&answer).unwrap().answers.len(), answers);
    }
}

#[tokio::test]
async fn it_ends_when_told() {
    let server = start().await;
    assert_eq!(code(&server.ask("example.test.", RecordType::A).await), ResponseCode::NoError);
    server.stop.send(()).unwrap();
    timeout(PATIENCE, server.ended).await.unwrap().unwrap().unwrap();
    UdpSocket::bind(server.udp).await.unwrap();
}

#[tokio::test]
async fn while_it_serves_nothing_nobody_is_answered() {
    let server = start().await;
    server.zones.silent.store(true, Ordering::SeqCst);
    let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let bytes = question("example.test.", RecordType::A).to_vec().unwrap();
    socket.send_to(&bytes, server.udp).await.unwrap();
    let mut stream = TcpStream::connect(server.tcp).await.unwrap();
    stream.write_u16(u16::try_from(bytes.len()).unwrap()).await.unwrap();
    stream.write_all(&bytes).await.unwrap();
    let mut buffer = [0; 512];
    let pause = Duration::from_millis(200);
    assert!(timeout(pause, socket.recv(&mut buffer)).await.is_err());
    assert!(timeout(pause, stream.read_u16()).await.is_err());
    server.zones.silent.store(false, Ordering::SeqCst);
    let answer = server.ask("example.test.", RecordType::A).await;
    assert_eq!(lines(&answer.answers), ["example.test. A 192.0.2.1"]);
}
