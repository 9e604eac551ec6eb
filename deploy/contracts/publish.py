#!/usr/bin/python3
"""Announce one finished reduction, and return only when the broker has it.

usage: publish.py EVENT.json [live|backfill]      broker address: AMQP_URL, e.g. amqp://user:secret@host:5672/pawprint
needs: python3-pika
"""
import os
import sys

import pika

with open(sys.argv[1], "rb") as file:
    event = file.read()
lane = sys.argv[2] if len(sys.argv) > 2 else "live"

connection = pika.BlockingConnection(pika.URLParameters(os.environ["AMQP_URL"]))
channel = connection.channel()
channel.confirm_delivery()
# With confirms on, pika raises UnroutableError when no queue is bound and NackError when the broker
# could not store the event. Either way, or on a lost connection: send the same event again later.
channel.basic_publish(
    exchange="paws.events",
    routing_key="reduction.completed." + lane,
    body=event,
    properties=pika.BasicProperties(
        content_type="application/cloudevents+json", delivery_mode=pika.DeliveryMode.Persistent.value),
    mandatory=True)
connection.close()
